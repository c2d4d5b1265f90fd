import { expect, test } from 'vitest'
import { findNear, isOneSlip, nearness } from './near.ts'

test.each([
  ['甲乙·产业园', '甲乙产业园', 'width'],
  ['青白江（国际）港', '青白江国际港', 'width'],
  ['北京市', '北京', 'suffix'],
  ['锦城园区', '锦城产业功能区', 'suffix'],
  ['广西壮族自治区', '广西', 'suffix'],
  ['Harbour Park', 'Harbour Zone', 'suffix'],
  ['天府软建园区', '天府软件园区', 'one-character'],
  ['成都青白江', '青白江', 'contained'],
  ['Springfeld', 'Springfield', 'one-character'],
  ['高新一区', '高新二区', null],
  ['高新东区', '高新西区', null],
  ['高新区1', '高新区2', null],
  ['高新A区', '高新B区', null],
  ['高新区2', '高新区', null],
  ['东区', '西区', null],
  ['锦江', '锦西', null],
  ['完全不同', '另外名称', null],
])('%s and %s: %s', (a, b, why) => {
  expect(nearness(a, b)).toBe(why)
  expect(nearness(b, a)).toBe(why)
})

test('a slip is one character, put in, left out or changed', () => {
  expect(isOneSlip('天府新城', '天府城')).toBe(true)
  expect(isOneSlip('天府新城', '天府城新')).toBe(false)
  expect(isOneSlip('天府新城', '天府新城')).toBe(false)
})

test('the index finds what comparing every pair finds, in a thousand names', async () => {
  let state = 7
  const draw = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
  const letters = [...'天府锦江新城山水一东园区市']
  const name = () =>
    Array.from({ length: 2 + draw(5) }, () => letters[draw(letters.length)]).join('')
  const known = Array.from({ length: 40 }, name).map((id) => ({
    ...{ id, name: id, code: null, aliases: [], formerNames: [], predecessors: [], successors: [] },
  }))
  const names = Array.from({ length: 1000 }, name)
  const found = await findNear(names, known)
  const pairs = names.map(
    (one) => new Set(known.flatMap((k) => (nearness(one, k.name) ? [k.id] : []))),
  )
  expect(pairs.filter(({ size }) => size > 0).length).toBeGreaterThan(50)
  for (const [i, expected] of pairs.entries()) {
    const got = new Set(found[i]?.map(({ zone }) => zone))
    if (expected.size <= 5) expect([names[i], got]).toEqual([names[i], expected])
  }
})

test('the index finds names near in every way', async () => {
  const names = ['北京', '天府软建园区', '青白江', '锦城园区', '别处', '高新二区']
  const known = ['北京市', '天府软件园区', '成都青白江', '锦城产业功能区', '高新一区'].map(
    (name) => ({
      ...{ id: name, name, code: null, aliases: [], predecessors: [], successors: [] },
      formerNames: name === '高新一区' ? [{ name: '别处园区', until: '2020' }] : [],
    }),
  )
  const found = await findNear(names, known)
  expect(found.map((list) => list.map(({ zone, why }) => [zone, why]))).toEqual([
    [['北京市', 'suffix']],
    [['天府软件园区', 'one-character']],
    [['成都青白江', 'contained']],
    [['锦城产业功能区', 'suffix']],
    [['高新一区', 'former-name']],
    [],
  ])
})
