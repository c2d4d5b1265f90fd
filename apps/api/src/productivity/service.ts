import type { CobbDouglasResult, TornqvistResult } from '@permu/metrics'
import { contentId } from '../computing/content-id.ts'
import { LIBRARY } from '../computing/library.ts'
import type { Productivity, ProductivityCard } from '../contract.ts'
import { splitList, zoneTypes } from '../data/choose.ts'
import { quantitiesOf } from '../frontier/figures.ts'
import { done, failed, type Outcome } from '../problem.ts'
import type { Asking } from '../rankings/setting.ts'
import { changesOf } from './changes.ts'
import { levelsOf } from './levels.ts'
import type { ProductivityQuery } from './query.ts'
import { settingOf, type Setting } from './setting.ts'
import { FAULT_WORDS, KINDS, WARNING_WORDS } from './words.ts'

function wrong(error: keyof typeof FAULT_WORDS, period?: string): Outcome<never> {
  const { at, zh, en } = FAULT_WORDS[error]
  const message = `${zh} ${en}`
  const where = period === undefined ? '' : ` (${period})`
  return failed('invalid', `${at}${where}: ${message}`, [{ pointer: `/${at}`, message }])
}

type Choices = Pick<ProductivityCard, 'orientation' | 'reference' | 'elasticities' | 'estimated'>

const baseOf = ({ deflator, priceIndex, periods }: Setting) =>
  deflator === null && priceIndex === null ? null : (periods[0] ?? null)

function cardOf(setting: Setting, choices: Choices): ProductivityCard {
  const { query, prices, deflator, priceIndex, inputs, outputs, data } = setting
  const [first] = data
  const how = { kind: query.kind, prices, deflator, base: baseOf(setting) }
  const { elasticities, ...rest } = choices
  return {
    id: contentId({
      ...how,
      ...rest,
      ...(priceIndex && { priceIndex }),
      elasticities: choices.estimated ? 'estimated' : elasticities.map(({ value }) => value),
      inputs: inputs.map(({ id }) => id),
      outputs: outputs.map(({ id }) => id),
      worth: [query.revenues ?? null, query.costs ?? null],
    }),
    ...how,
    priceIndex,
    ...choices,
    ...KINDS[query.kind],
    inputs: quantitiesOf(inputs, first?.inputs ?? []),
    outputs: quantitiesOf(outputs, first?.outputs ?? []),
    library: LIBRARY,
  }
}

const frame = ({ periods, snapshot }: Setting) => ({
  from: periods[0] ?? '',
  to: periods.at(-1) ?? '',
  periods: [...periods],
  dataVersion: String(snapshot.version),
  types: zoneTypes(snapshot),
})

async function readChanges(asking: Asking, setting: Setting): Promise<Outcome<Productivity>> {
  const { query, prices, data } = setting
  const { orientation = 'output', reference } = query
  const options = { orientation, prices, ...(reference && { reference }) }
  const periods = data.map(({ inputs, outputs }) => ({ inputs, outputs }))
  const { signal } = asking
  const computed = await asking.computing.run('malmquist', { periods, options }, { signal })
  if (!computed.ok) return computed
  const result = computed.value
  if ('error' in result) return wrong(result.error)
  const choices = { orientation, reference: result.reference, elasticities: [], estimated: null }
  return done({
    ...frame(setting),
    method: cardOf(setting, choices),
    ...changesOf(setting, result),
    levels: [],
    warnings: result.flags.map((code) => ({ code, period: null, text: WARNING_WORDS[code] })),
  })
}

function elasticitiesOf({ elasticities }: ProductivityQuery): Outcome<number[] | 'estimated'> {
  if (elasticities === undefined || elasticities === 'estimated') return done('estimated')
  const numbers = splitList(elasticities).map(Number)
  if (numbers.every((value) => Number.isFinite(value))) return done(numbers)
  const message = 'Write a number an input, as in 0.4,0.6, or estimated.'
  return failed('invalid', `elasticities: ${message}`, [{ pointer: '/elasticities', message }])
}

function oneOutput({ query, outputs }: Setting): Outcome<never> | null {
  if (query.kind !== 'cobb-douglas' || outputs.length === 1) return null
  const message = 'Cobb–Douglas has one output.'
  return failed('invalid', `outputs: ${message}`, [{ pointer: '/outputs', message }])
}

async function readLevels(asking: Asking, setting: Setting): Promise<Outcome<Productivity>> {
  const { query, data } = setting
  const refused = oneOutput(setting)
  if (refused) return refused
  const elasticities = elasticitiesOf(query)
  if (!elasticities.ok) return elasticities
  const kind = query.kind === 'tornqvist' ? 'tornqvist' : 'cobb-douglas'
  const ask = { kind, periods: data, elasticities: elasticities.value } as const
  const computed = await asking.computing.run('levels', ask, { signal: asking.signal })
  if (!computed.ok) return computed
  const results: (CobbDouglasResult | TornqvistResult)[] = []
  for (const [t, result] of computed.value.entries()) {
    if ('error' in result) return wrong(result.error, setting.periods[t])
    results.push(result)
  }
  const { elasticities: found, ...answer } = levelsOf(setting, results)
  const estimated = kind === 'tornqvist' ? null : elasticities.value === 'estimated'
  const choices = { orientation: null, reference: null, elasticities: found, estimated }
  return done({
    ...frame(setting),
    method: cardOf(setting, choices),
    rows: [],
    means: [],
    ...answer,
  })
}

/** Changes of productivity between periods, or its level in each. */
export async function readProductivity(
  asking: Asking,
  query: ProductivityQuery,
): Promise<Outcome<Productivity>> {
  const setting = await settingOf(asking.snapshot, query)
  if (!setting.ok) return setting
  return query.kind === 'malmquist'
    ? readChanges(asking, setting.value)
    : readLevels(asking, setting.value)
}
