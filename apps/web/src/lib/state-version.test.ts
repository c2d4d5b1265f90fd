import { expect, test } from 'vitest'
import { parseState as parseCompare } from '../routes/compare/state.ts'
import { parseFrontier } from '../routes/frontier/state.ts'
import { parseProductivity } from '../routes/productivity/state.ts'
import { parseState as parseRank } from '../routes/rank/state.ts'
import {
  STATE_VERSION,
  UPGRADES,
  isFromNewer,
  upgradedAddress,
  versionOf,
  type Upgrade,
} from './state-version.ts'

const at = (address: string) => new URL(address, 'http://x')
const upgraded = (address: string, rules: readonly Upgrade[]) => upgradedAddress(at(address), rules)
const today = (address: string) => at(upgradedAddress(at(address)) ?? address).searchParams

// Rules as a later version might add them.
const renamed: Upgrade = (_, params) => {
  const period = params.get('y')
  params.delete('y')
  if (period !== null) params.set('period', period)
  return params
}
const ofRank: Upgrade = (path, params) => {
  if (path === '/rank' && !params.has('n')) params.set('n', 'mm')
  return params
}

test.each([
  ['/rank?y=2023', [], null],
  ['/rank?v=1&y=2023', [], null],
  ['/rank?y=2023', [renamed], '/rank?v=2&period=2023'],
  ['/rank?v=1&y=2023', [renamed, ofRank], '/rank?v=3&period=2023&n=mm'],
  ['/rank?v=2&period=2023', [renamed, ofRank], '/rank?v=3&period=2023&n=mm'],
  ['/compare?v=2&zones=a&zones=b', [renamed, ofRank], '/compare?v=3&zones=a&zones=b'],
  ['/rank?v=3&period=2023&n=mm', [renamed, ofRank], null],
  ['/compare?v=1', [renamed], '/compare'],
  ['/rank?v=9&y=2023', [renamed], null],
  ['/rank?v=x&y=2023', [renamed], null],
])('%s through %o is %s', (address, rules, expected) => {
  expect(upgraded(address, rules)).toBe(expected)
})

test('an upgraded address is not upgraded again', () => {
  const once = upgraded('/rank?y=2023', [renamed, ofRank]) ?? ''
  expect(upgraded(once, [renamed, ofRank])).toBeNull()
})

test('the version of an address, and one that is not known yet', () => {
  const versions = ['?y=1', '?v=', '?v=1', '?v=12', '?v=0', '?v=-1', '?v=1.5'].map((search) =>
    versionOf(new URLSearchParams(search)),
  )
  expect(versions).toEqual([1, 1, 1, 12, null, null, null])
  expect(isFromNewer(new URLSearchParams('?v=2'), [])).toBe(true)
  expect(isFromNewer(new URLSearchParams('?v=2'), [renamed])).toBe(false)
  expect(STATE_VERSION).toBe(UPGRADES.length + 1)
})

test('links of version 1 keep their meaning on every page, with the version and without', () => {
  for (const v of ['', 'v=1&']) {
    const rank = parseRank(
      today(
        `/rank?${v}y=2023&p=dual-linkage&w=tax.60,land.40.less&n=pct&miss=reweight&agg=geo&draws=200&seed=7&conc=any&g=type&type=a&sel=z1&to=3&sort=tax.desc&pin=z1,z2&all=1`,
      ),
    )
    expect(rank).toMatchObject({
      period: '2023',
      preset: 'dual-linkage',
      criteria: [
        { id: 'tax', weight: 60 },
        { id: 'land', weight: 40, better: 'less' },
      ],
      method: { n: 'pct', miss: 'reweight', agg: 'geo' },
      ...{ draws: 200, seed: 7, concentration: 'any', group: 'type', type: 'a' },
      ...{ selected: 'z1', target: 3, sort: { key: 'tax', descending: true } },
      ...{ pins: ['z1', 'z2'], all: true },
    })
    const frontier = today(
      `/frontier?${v}y=2023&in=land&out=tax,output&model=bcc&or=output&type=a&sel=z1`,
    )
    expect(parseFrontier(frontier)).toMatchObject({
      ...{ period: '2023', inputs: ['land'], outputs: ['tax', 'output'], model: 'bcc' },
      ...{ type: 'a', selected: 'z1' },
    })
    const productivity = today(
      `/productivity?${v}from=2021&to=2023&in=land&out=tax&or=input&ref=global&prices=constant&pair=2022&sel=z1`,
    )
    expect(parseProductivity(productivity)).toMatchObject({
      ...{ from: '2021', to: '2023', inputs: ['land'], outputs: ['tax'], orientation: 'input' },
      ...{ reference: 'global', prices: 'constant', pair: '2022', selected: 'z1' },
    })
    const compare = today(
      `/compare?${v}period=2023&zones=a&zones=b,c&indicators=tax&x=a&y=b&line=c`,
    )
    expect(parseCompare(compare)).toMatchObject({
      ...{ period: '2023', zones: ['a', 'b', 'c'], indicators: ['tax'], x: 'a', y: 'b', line: 'c' },
    })
  }
})
