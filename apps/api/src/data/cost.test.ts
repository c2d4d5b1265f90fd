import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'
import { tooMuch } from './cost.ts'

const ZONES = 30_000

let api: Api
beforeAll(async () => {
  api = await openApi()
  const lines = Array.from({ length: ZONES }, (_, i) => `园${String(i)},2023,${String(i + 1)},5`)
  await api.send(`园区,年份,税收(万元),用地面积(亩)\n${lines.join('\n')}\n`, 'name=many.csv')
})
afterAll(() => api.close())

async function refusal(path: string): Promise<string> {
  const answer = await api.request(path)
  const { code, detail } = (await answer.json()) as { code: string; detail: string }
  expect([path, answer.status, code]).toEqual([path, 400, 'invalid'])
  return detail
}

describe('a question that would hold up everybody is refused with what makes it large', () => {
  test('draws of a ranking', async () => {
    const detail = await refusal('/rankings?by=tax-per-land:1&draws=2000')
    expect(detail).toContain('30,000 zones × 2,000 draws = 60,000,000')
  })

  test('a frontier', async () => {
    expect(await refusal('/frontier?inputs=land-area&outputs=tax')).toContain('30,000 zones')
  })
})

test('what is asked twice is answered once', async () => {
  const { zones } = await api.get<{ zones: unknown[] }>('/values?zones=园1,园2,园1&indicators=tax')
  expect(zones).toHaveLength(2)
})

test('ten thousand names are found without looking through all zones for each', async () => {
  const names = Array.from({ length: 3000 }, (_, i) => `x${String(i)}`).join(',')
  const started = performance.now()
  const answer = await api.request(`/values?zones=${names}`)
  expect(answer.status).toBe(404)
  expect(performance.now() - started).toBeLessThan(500)
})

test('what is at the bound is answered', () => {
  expect(tooMuch({ zones: 1000, indicators: 5000 })).toBeNull()
  expect(tooMuch({ zones: 1000, indicators: 5001 })).toMatchObject({
    fault: {
      code: 'invalid',
      detail:
        'The question is too large: 1,000 zones × 5,001 indicators = 5,001,000, at most 5,000,000. Name fewer of them.',
    },
  })
})

describe('what a question may say has a length', () => {
  const long = 'a'.repeat(20_001)
  test.each([
    `/values?zones=${long}`,
    `/values?indicators=${long}`,
    `/rankings?by=${long}`,
    `/rankings?method=${long}`,
    `/rankings?draws=2001`,
    `/frontier?inputs=${long}&outputs=tax`,
    `/productivity?inputs=${long}&outputs=tax`,
    `/trace?zone=${long}&indicator=tax`,
    `/linkage?zones=${long}`,
    `/starter?zones=${long}`,
    `/projects?limit=501`,
    `/uploads?limit=100000`,
    `/values?period=${'2'.repeat(21)}`,
  ])('%s', async (path) => {
    expect((await api.request(path)).status).toBe(400)
  })

  test('more than sixty criteria are refused', async () => {
    const of = Array.from({ length: 61 }, () => ({ indicator: 'tax', weight: 1, better: 'more' }))
    const method = encodeURIComponent(JSON.stringify({ version: 1, of }))
    expect((await api.request(`/rankings?method=${method}`)).status).toBe(400)
  })
})
