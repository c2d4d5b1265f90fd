import { expect, test } from 'vitest'
import { searchOffers, type Offer } from './offer.ts'

const offers: Offer[] = [
  { id: 'tax-per-land', name: { zh: '亩均税收', en: 'Tax per land' }, kind: 'indicator', zones: 3 },
  { id: 'jobs', name: { zh: '就业岗位数', en: 'Jobs' }, kind: 'field', zones: null },
]
const found = (query: string) => searchOffers(offers, query).map(({ id }) => id)

test('either language, any case, all words', () => {
  expect(found('税收')).toEqual(['tax-per-land'])
  expect(found('LAND tax')).toEqual(['tax-per-land'])
  expect(found('ＪＯＢＳ')).toEqual(['jobs'])
  expect(found('')).toHaveLength(2)
  expect(found('land jobs')).toEqual([])
})
