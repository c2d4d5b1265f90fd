import { expect, test } from 'vitest'
import { competitionRanks } from '../index.ts'
import { randomOf } from '../statistics/random.ts'
import { rankerOf } from './ranker.ts'

function ranksOf(scores: Float64Array): number[] {
  const zones = Int32Array.from(scores, (_, k) => k)
  const ranks = new Uint16Array(scores.length)
  rankerOf(zones).rank(scores, ranks, 0)
  return [...ranks]
}

const random = randomOf(11)
const drawn = (next: () => number) => Float64Array.from({ length: 3000 }, next)

test.each([
  ['even', drawn(random.uniform)],
  ['many ties', drawn(() => random.bits() % 40)],
  ['one far away, so that all others share a bucket', drawn(random.uniform).with(7, 1e9)],
  ['very uneven', drawn(() => Math.exp(20 * random.normal()))],
  ['ties and one far away', drawn(() => random.bits() % 9).with(0, -1e12)],
  ['all equal', new Float64Array(50).fill(3)],
  ['a range that overflows', Float64Array.of(-1.7e308, 1.7e308, 0, 0)],
  ['one', Float64Array.of(4)],
  ['none', new Float64Array()],
])('%s: the same as competition ranks', (_, scores) => {
  expect(ranksOf(scores)).toEqual([...competitionRanks(scores)])
})

test('ranks go to the zones they belong to and nowhere else', () => {
  const ranks = new Uint32Array(8)
  rankerOf(Int32Array.of(1, 3)).rank(Float64Array.of(2, 5), ranks, 4)
  expect([...ranks]).toEqual([0, 0, 0, 0, 0, 2, 0, 1])
})
