import type { Frontier } from '@permu/api/client'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { plotOf } from './plot.ts'
import { parseFrontier, printFrontier } from './state.ts'
import { frontierSummary, plotSummary } from './summary.ts'

const quantity = (id: string) => ({
  id,
  name: { zh: id, en: id },
  unit: '亩',
  better: 'more' as const,
  kind: 'field' as const,
})

const row = (zone: string, values: Record<string, number>, efficiency: number) => ({
  zone,
  name: zone,
  type: null,
  efficiency,
  rank: 1,
  status: efficiency === 1 ? ('efficient' as const) : ('inefficient' as const),
  reason: null,
  peers: efficiency === 1 ? [] : [{ zone: 'b', name: 'b', weight: 1 }],
  values,
  slacks: {},
  targets: {},
})

function frontier(inputs: string[], outputs: string[], returns = 'constant'): Frontier {
  return {
    period: '2024',
    types: [],
    dataVersion: '1',
    method: {
      id: 'x',
      model: 'ccr',
      name: { zh: '', en: '' },
      summary: { zh: '', en: '' },
      orientation: 'input',
      returns,
      inputs: inputs.map(quantity),
      outputs: outputs.map(quantity),
      fixed: [],
      goal: null,
      self: null,
      scale: false,
      source: '',
      library: '',
      zones: 3,
    },
    rows: [
      row('a', { land: 2, people: 4, tax: 2, output: 8 }, 0.5),
      row('b', { land: 2, people: 2, tax: 4, output: 6 }, 1),
      row('c', { land: 4, people: 2, tax: 4, output: 0 }, 0.5),
    ],
    excluded: [],
    warnings: [],
  }
}

const drawn = (found: Frontier, selected: string | null = null) => {
  const plot = plotOf(found, selected, 'zh')
  if (!plot) throw new Error('There is no plot')
  return plot
}

test('one input and one output are drawn as they are, with their frontier', () => {
  const plot = drawn(frontier(['land'], ['tax']), 'a')
  expect(plot.points.map(({ x, y, role }) => [x, y, role])).toEqual([
    [2, 2, 'chosen'],
    [2, 4, 'peer'],
    [4, 4, null],
  ])
  expect(plot.line).toEqual([
    { x: 0, y: 0 },
    { x: 4, y: 8 },
  ])
  expect(plotSummary(plot, messages.zh)).toBe('land与tax：3 个园区，前沿上有b。')
})

test('two outputs are each divided by the input, two inputs by the output', () => {
  const outputs = drawn(frontier(['land'], ['tax', 'output']))
  expect([outputs.kind, outputs.points[0]?.x, outputs.points[0]?.y]).toEqual(['outputs', 1, 4])
  const inputs = drawn(frontier(['land', 'people'], ['tax']))
  expect([inputs.kind, inputs.points[0]?.x, inputs.points[0]?.y]).toEqual(['inputs', 1, 2])
  expect(inputs.line.length).toBeGreaterThan(1)
})

test('no frontier is drawn where the plane does not hold it', () => {
  expect(drawn(frontier(['land'], ['tax', 'output'], 'variable')).line).toEqual([])
  const part = drawn(frontier(['land', 'people'], ['tax', 'output']))
  expect([part.part, part.line]).toEqual([true, []])
})

test('the sentence counts the zones on the frontier', () => {
  expect(frontierSummary(frontier(['land'], ['tax']), messages.zh, 'zh')).toBe(
    '3 个园区中 1 个在前沿上，平均效率 0.667。',
  )
})

test('an address is read back; what a model does not know is left out', () => {
  const read = (address: string) => parseFrontier(new URL(address, 'http://x').searchParams)
  const state = {
    ...read('/frontier'),
    inputs: ['a,b', 'c'],
    model: 'sbm' as const,
    orientation: 'output' as const,
  }
  expect(read(printFrontier(state))).toEqual(state)
  expect(printFrontier(read('/frontier?or=input&model=ccr'))).toBe('/frontier')
  expect(read('/frontier?model=cross&or=output&rts=variable')).toMatchObject({
    orientation: null,
    returns: null,
  })
})
