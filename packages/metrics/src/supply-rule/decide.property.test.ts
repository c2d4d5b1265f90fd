import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from '../measure.ts'
import { unitOf } from '../parse-unit.ts'
import { convert } from '../unit.ts'
import { decideSupply, supplyPenalty } from './decide.ts'
import type { SupplyRule } from './rule.ts'

const figure = (value: number, unit: string): Measure => ({ ok: true, value, unit: unitOf(unit) })
const valueOf = (measure: Measure) => (measure.ok ? measure.value : Number.NaN)

const amount = fc.double({ min: 0, max: 1e6, noNaN: true })
const positive = fc.double({ min: 1, max: 2000, noNaN: true })
const area = fc.record({
  cap: fc.option(positive),
  least: fc.constantFrom(0, 5, 20),
  step: fc.constantFrom(0, 0.01, 0.5, 1, 5),
})
const rule: fc.Arbitrary<SupplyRule> = fc.record({
  intensity: fc.record({
    unit: fc.constant('万元/亩'),
    otherwise: positive,
    industries: fc.constant([]),
  }),
  area,
  price: fc.record({
    unit: fc.constant('万元/亩·年'),
    steps: fc
      .array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
      .map((factors) =>
        [...factors].sort((a, b) => b - a).map((factor, i) => ({ from: i * 5, factor })),
      ),
  }),
  penalty: fc.record({
    investmentRate: fc.double({ min: 0, max: 1, noNaN: true }),
    taxRate: fc.double({ min: 0, max: 2, noNaN: true }),
    tolerance: fc.constantFrom(0, 0.1, 0.3),
  }),
})

const request = (investment: number, asked: number, tax = 10) => ({
  industry: null,
  investment: figure(investment, '万元'),
  taxPerLand: figure(tax, '万元/亩·年'),
  area: figure(asked, '亩'),
  basePrice: figure(40, '万元/亩'),
})

test('more investment never grants less land', () => {
  fc.assert(
    fc.property(rule, amount, amount, amount, (made, a, b, asked) => {
      const low = decideSupply(made, request(Math.min(a, b), asked))
      const high = decideSupply(made, request(Math.max(a, b), asked))
      expect(valueOf(high.granted)).toBeGreaterThanOrEqual(valueOf(low.granted))
    }),
  )
})

test('what is granted is never above what is asked for, the cap, or what the investment covers', () => {
  fc.assert(
    fc.property(rule, amount, amount, (made, investment, asked) => {
      const { granted, entitled } = decideSupply(made, request(investment, asked))
      const most = valueOf(entitled) * (1 + 1e-9) + made.area.step * 1e-8
      expect(valueOf(granted)).toBeLessThanOrEqual(Math.min(asked, made.area.cap ?? Infinity, most))
      expect(valueOf(granted)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('another unit of the required intensity changes nothing', () => {
  const units = fc.constantFrom('万元/公顷', '元/平方米', '亿元/平方公里')
  fc.assert(
    fc.property(rule, units, amount, (made, unit, investment) => {
      const { otherwise } = made.intensity
      const same = convert(otherwise, unitOf('万元/亩'), unitOf(unit))
      const other = { ...made, intensity: { ...made.intensity, unit, otherwise: same } }
      const [here, there] = [made, other].map((one) => decideSupply(one, request(investment, 500)))
      expect(valueOf(there?.entitled ?? figure(Number.NaN, '亩'))).toBeCloseTo(
        valueOf(here?.entitled ?? figure(0, '亩')),
        6,
      )
    }),
  )
})

test('a round intensity grants the same land in any unit', () => {
  const whole = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(whole, whole, fc.constantFrom('万元/公顷', '元/平方米'), (tens, mu, unit) => {
      const intensity = { unit, otherwise: tens * 10 * 15, industries: [] }
      const made: SupplyRule = {
        intensity,
        area: { cap: null, least: 0, step: 1 },
        price: { unit: '万元/亩·年', steps: [{ from: 0, factor: 1 }] },
        penalty: { investmentRate: 0, taxRate: 0, tolerance: 0 },
      }
      expect(valueOf(decideSupply(made, request(tens * 10 * mu, 1000)).granted)).toBe(mu)
    }),
  )
})

test('more tax never costs more where the factors fall, and missing more never costs less', () => {
  fc.assert(
    fc.property(rule, amount, fc.tuple(amount, amount), (made, investment, [a, b]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const at = (tax: number) =>
        valueOf(decideSupply(made, request(investment, 100, tax)).unitPrice)
      expect(at(high)).toBeLessThanOrEqual(at(low))
      const cost = (reached: number) => {
        const penalty = supplyPenalty(made, {
          investment: figure(investment + 1, '万元'),
          reachedInvestment: figure(reached, '万元'),
          taxPerLand: figure(20, '万元/亩·年'),
          reachedTaxPerLand: figure(reached / 1e4, '万元/亩·年'),
          area: figure(30, '亩'),
          landPrice: figure(900, '万元'),
        })
        return [valueOf(penalty.investment), valueOf(penalty.tax)]
      }
      const [less, more] = [cost(high), cost(low)]
      expect(more[0]).toBeGreaterThanOrEqual(less[0] ?? 0)
      expect(more[1]).toBeGreaterThanOrEqual(less[1] ?? 0)
    }),
  )
})
