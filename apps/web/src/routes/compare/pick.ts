import type { Field, Indicator, Series, Values, Zone } from '@permu/api/client'
import { compareNames } from '#lib/format.ts'
import { matchesPinyin } from '#lib/pinyin/match.ts'
import type { Readings } from '#lib/pinyin/readings.ts'

/** What the page has loaded. */
export interface Loaded {
  readonly period: string
  readonly periods: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly fields: readonly Field[]
  /** All zones; the chosen quantities, the land and the one that orders the list. */
  readonly values: Values
  readonly nearby: readonly Values[]
  readonly breaks: Series['breaks']
  readonly directory: readonly Zone[]
  readonly chosen: readonly string[]
  readonly zones: readonly string[]
  readonly line: string | undefined
  /** One quantity of all zones over the periods, for the views that need it. */
  readonly series: Series | null
  readonly unknownZones: readonly string[]
  readonly unknownIndicators: readonly string[]
}

/** The chosen quantities only, in the order of the table; others are loaded besides. */
export function onlyChosen(values: Values, chosen: readonly string[]): Values {
  const at = values.indicators.flatMap(({ id }, k) => (chosen.includes(id) ? [k] : []))
  return {
    ...values,
    indicators: at.flatMap((k) => values.indicators[k] ?? []),
    values: values.values.map((row) => at.map((k) => row[k] ?? null)),
  }
}

/** How many zones a list shows before somebody searches. */
export const LISTED = 60

/** A row of a list to pick from, with all words it is found by. */
export interface Entry {
  readonly id: string
  readonly label: string
  readonly words: readonly string[]
  /** What orders the list and draws the bar; null without. */
  readonly value: number | null
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** Whether an entry has the query in a word, or is spelled by it. */
export function isFound(entry: Entry, query: string, readings: Readings | null): boolean {
  const needle = plain(query)
  if (needle === '') return true
  if (entry.words.some((word) => plain(word).includes(needle))) return true
  return readings !== null && entry.words.some((word) => matchesPinyin(word, needle, readings))
}

/** Entries with a value first, the highest on top, then by name. */
export function sortEntries(entries: readonly Entry[], descending = true): Entry[] {
  const sign = descending ? -1 : 1
  return entries.toSorted((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || compareNames(a.label, b.label)
    }
    return sign * (a.value - b.value) || compareNames(a.label, b.label)
  })
}

/** Chosen ones first, then those that are found; what is left over is counted. */
export function listEntries(
  entries: readonly Entry[],
  chosen: ReadonlySet<string>,
  found: (entry: Entry) => boolean,
): { shown: readonly Entry[]; hidden: number; others: number } {
  const first = entries.filter(({ id }) => chosen.has(id))
  const rest = entries.filter((entry) => !chosen.has(entry.id) && found(entry))
  const room = Math.max(0, LISTED - first.length)
  const hidden = Math.max(0, rest.length - room)
  return { shown: [...first, ...rest.slice(0, room)], hidden, others: rest.length }
}

/** Where the bar of a value begins and how long it is, in percent of a scale that has zero on it. */
export function barOf(value: number, all: readonly number[]): { left: number; width: number } {
  const low = Math.min(0, ...all)
  const high = Math.max(0, ...all)
  if (high === low) return { left: 0, width: 0 }
  const at = (one: number) => (100 * (one - low)) / (high - low)
  return { left: at(Math.min(0, value)), width: at(Math.max(0, value)) - at(Math.min(0, value)) }
}

/** The words a zone is found by: its names, its code, its type and its lead industry. */
export function wordsOf(zone: Zone): string[] {
  const { name, code, type, leadIndustry, aliases, formerNames } = zone
  const more = [code, type, leadIndustry].filter((word) => word !== null)
  return [name, ...aliases, ...formerNames.map((former) => former.name), ...more]
}

/** Pinned zones first, the others as they were chosen. */
export function pinnedFirst(zones: readonly string[], pins: readonly string[]): string[] {
  const pinned = pins.filter((id) => zones.includes(id))
  return [...pinned, ...zones.filter((id) => !pinned.includes(id))]
}
