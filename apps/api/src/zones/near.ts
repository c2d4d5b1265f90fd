import { createPause, type Pause } from '../computing/slices.ts'
import type { NearReason } from '../database/vocabulary.ts'
import type { KnownZone } from './directory.ts'
import { nameKey } from './name.ts'

export interface Suggestion {
  zone: string
  name: string
  why: NearReason
}

/** New names that are looked at; of more, a file is a bulk load rather than a list with slips. */
export const NEAR_LIMIT = 20_000
const SUGGESTIONS = 5
const LONGEST = 60

/** Endings that say what kind of place it is, or nothing. */
const ENDINGS =
  /^(产业功能区|功能区|经济技术开发区|经济开发区|开发区|高新技术产业园区?|工业园区?|产业园区?|科技园区?|园区|园|新区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|特别行政区|省|市|区|县|州|镇|industrial(park|zone|area)|park|zone|district|city|county|province)$/u
const LONGEST_ENDING = 16
const LAST_OF_ENDING = /[区园省市县州镇a-z]$/u

/** What tells sister zones apart: 一区 and 二区 are not a slip of the pen. */
const DISTINCT = /^[\d一二三四五六七八九十东西南北中上下左右前后内外甲乙丙丁戊己庚辛壬癸]+$/u
const LETTER = /^\p{Script=Latin}$/u

/** Without punctuation, which people type in many ways. */
const looseKey = (name: string) => nameKey(name).replaceAll(/[\p{P}\p{S}]/gu, '')

function stems(text: string): string[] {
  const found: string[] = []
  if (!LAST_OF_ENDING.test(text)) return found
  for (let cut = 1; cut <= Math.min(LONGEST_ENDING, text.length - 2); cut++) {
    if (ENDINGS.test(text.slice(-cut))) found.push(text.slice(0, -cut))
  }
  return found
}

/** The text itself, and what it is with one character left out. */
function eachDeletion(text: string, visit: (key: string) => void) {
  visit(text)
  for (let i = 0; i < text.length; i++) visit(text.slice(0, i) + text.slice(i + 1))
}

/** Stretches of a text that have one of some lengths, and are not all of it. */
function* partsOf(text: string, lengths: Iterable<number>): Generator<string> {
  for (const length of lengths) {
    if (length < 3 || length >= text.length) continue
    for (let from = 0; from + length <= text.length; from++) yield text.slice(from, from + length)
  }
}

/** What stands between the common beginning and the common end of two texts. */
function between(a: string, b: string): [string, string, number] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end), start]
}

/** A letter by itself names a zone (A 区); within a word it may be a slip. */
function isName(letter: string, text: string, at: number): boolean {
  if (!LETTER.test(letter)) return false
  return !LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + 1] ?? '')
}

/** Whether two names are one character apart, and that character does not name the zone. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false
  const [left, right, at] = between(a, b)
  if (left.length > 1 || right.length > 1 || left + right === '') return false
  if (DISTINCT.test(left) || DISTINCT.test(right)) return false
  return !isName(left, a, at) && !isName(right, b, at)
}

function isContained(short: string, long: string): boolean {
  const rest = long.replace(short, '')
  return short.length >= 3 && short.length < long.length && !DISTINCT.test(rest)
}

/** In which way two names are near; null where they are not. */
export function nearness(a: string, b: string): Exclude<NearReason, 'former-name'> | null {
  const [left, right] = [looseKey(a), looseKey(b)]
  if (left === right) return left === '' ? null : 'width'
  const own = new Set([left, ...stems(left)])
  if ([right, ...stems(right)].some((stem) => own.has(stem))) return 'suffix'
  if (isOneSlip(left, right)) return 'one-character'
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return long.includes(short) && isContained(short, long) ? 'contained' : null
}

interface Spelling {
  zone: KnownZone
  text: string
  spelt: string
  former: boolean
}

const spellings = (zone: KnownZone): Spelling[] => [
  { zone, spelt: zone.name, text: looseKey(zone.name), former: false },
  ...zone.aliases.map((name) => ({ zone, spelt: name, text: looseKey(name), former: false })),
  ...zone.formerNames.map(({ name }) => ({
    ...{ zone, spelt: name, text: looseKey(name), former: true },
  })),
]

type Texts = Map<string, number[]>

/** The places of some texts by what they may share with others that are near. */
interface Index {
  slips: Texts
  endings: Texts
  whole: Texts
  lengths: Set<number>
}

function put(texts: Texts, key: string, at: number) {
  const list = texts.get(key)
  if (list) list.push(at)
  else texts.set(key, [at])
}

const SHORTEST_SLIP = 3

async function indexWhole(texts: readonly string[], pause: Pause): Promise<Index> {
  const empty = (): Texts => new Map()
  const lengths = new Set<number>()
  const index = { slips: empty(), endings: empty(), whole: empty(), lengths }
  for (const [at, text] of texts.entries()) {
    await pause()
    put(index.whole, text, at)
    lengths.add(text.length)
  }
  return index
}

async function indexAll(texts: readonly string[], pause: Pause): Promise<Index> {
  const index = await indexWhole(texts, pause)
  for (const [at, text] of texts.entries()) {
    await pause()
    if (text.length >= SHORTEST_SLIP) eachDeletion(text, (key) => put(index.slips, key, at))
    for (const key of [text, ...stems(text)]) put(index.endings, key, at)
  }
  return index
}

/** Whether a text of the list is as long, or one character longer or shorter. */
const hasSlips = ({ lengths }: Index, { length }: string) =>
  length >= SHORTEST_SLIP && [length - 1, length, length + 1].some((one) => lengths.has(one))

/** What may be near a text: by a slip or an ending, or as a part of it. */
function candidates(index: Index, text: string): Set<number> {
  const found = new Set<number>()
  const collect = (from: Texts, key: string) => {
    const places = from.get(key)
    if (places !== undefined) for (const at of places) found.add(at)
  }
  if (hasSlips(index, text)) eachDeletion(text, (key) => collect(index.slips, key))
  collect(index.endings, text)
  for (const key of stems(text)) collect(index.endings, key)
  for (const key of partsOf(text, index.lengths)) collect(index.whole, key)
  return found
}

/** Pairs of places, in the first list and in the second, of texts that may be near. */
async function eachPair(
  few: readonly string[],
  many: readonly string[],
  meet: (few: number, many: number) => void,
): Promise<void> {
  const pause = createPause()
  const index = await indexAll(few, pause)
  for (const [at, text] of many.entries()) {
    await pause()
    for (const other of candidates(index, text)) meet(other, at)
  }
  const { whole, lengths } = await indexWhole(many, pause)
  for (const [at, text] of few.entries()) {
    await pause()
    for (const part of partsOf(text, lengths)) {
      for (const other of whole.get(part) ?? []) meet(at, other)
    }
  }
}

const ORDER: readonly NearReason[] = [
  'width',
  'suffix',
  'one-character',
  'former-name',
  'contained',
]

function keep(found: Map<string, Suggestion>, suggestion: Suggestion) {
  const known = found.get(suggestion.zone)
  if (known && ORDER.indexOf(known.why) <= ORDER.indexOf(suggestion.why)) return
  found.set(suggestion.zone, suggestion)
}

function suggest(name: string, spelling: Spelling): Suggestion | null {
  const why = nearness(name, spelling.spelt)
  if (why === null) return null
  const { zone, former } = spelling
  return { zone: zone.id, name: zone.name, why: former ? 'former-name' : why }
}

/**
 * Zones that look like each of these names; never more than five a name. It compares keys, not
 * every pair, makes more keys of the shorter list, and lets other work go on in between.
 */
export async function findNear(
  names: readonly string[],
  known: Iterable<KnownZone>,
): Promise<Suggestion[][]> {
  if (names.length === 0) return []
  const looked = names.slice(0, NEAR_LIMIT).map((name) => looseKey(name).slice(0, LONGEST))
  const found = looked.map(() => new Map<string, Suggestion>())
  const spelt = [...known].flatMap(spellings)
  const texts = spelt.map(({ text }) => text.slice(0, LONGEST))
  function offer(at: number, other: number) {
    const { [other]: spelling } = spelt
    const suggestion = spelling ? suggest(names[at] ?? '', spelling) : null
    const list = found[at]
    if (suggestion && list) keep(list, suggestion)
  }
  if (texts.length < looked.length) await eachPair(texts, looked, (other, at) => offer(at, other))
  else await eachPair(looked, texts, offer)
  return found.map(best)
}

function best(suggestions: ReadonlyMap<string, Suggestion>): Suggestion[] {
  const order = ({ why }: Suggestion) => ORDER.indexOf(why)
  return [...suggestions.values()].sort((a, b) => order(a) - order(b)).slice(0, SUGGESTIONS)
}
