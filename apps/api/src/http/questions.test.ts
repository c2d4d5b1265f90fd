import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'

/** Every parameter of every question with what nobody should ask: a refusal is an answer, a failure is not. */

const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-1',
  '1e309',
  '\u0000',
  '"',
  '%',
  '[',
].concat(["';--", '((((((', '\\', '../..', '😀', '\ud800', ',,,', ':', '0', '{"a":1}', '\r\nx: y'])

/** What a question needs besides the parameter that is tried. */
const NEEDED: Readonly<Record<string, string>> = {
  inputs: 'supplied-land',
  outputs: 'tax',
  zone: '甲园',
  indicator: 'tax',
  rank: '1',
  from: '0',
  token: 'none',
}

interface Operation {
  parameters?: { name: string; in: 'path' | 'query'; required?: boolean }[]
}

let api: Api
let paths: Record<string, { get?: Operation }>
beforeAll(async () => {
  api = await openApi()
  await api.send(
    '园区,年份,税收(万元),供地面积(亩)\n甲园,2022,10,5\n甲园,2023,12,5\n',
    'name=a.csv',
  )
  ;({ paths } = await api.get<{ paths: typeof paths }>('/openapi.json'))
})
afterAll(() => api.close())

function questions(path: string, { parameters = [] }: Operation): string[] {
  const needed = parameters.filter((one) => one.in === 'query' && one.required)
  return parameters.flatMap(({ name, in: where }) =>
    WORDS.map((word) => {
      const query = new URLSearchParams(
        Object.fromEntries(needed.map((one) => [one.name, NEEDED[one.name] ?? '1'])),
      )
      if (where === 'query') query.set(name, word)
      const filled = path.replaceAll(/\{(\w+)\}/gu, (_, key: string) =>
        encodeURIComponent((key === name ? word : 'x').toWellFormed()),
      )
      return `${filled}?${query.toString()}`
    }),
  )
}

test('nothing that is asked makes the server fail', async () => {
  const asked = Object.entries(paths).flatMap(([path, { get }]) =>
    get ? questions(path, get) : [],
  )
  expect(asked.length).toBeGreaterThan(2000)
  const failures: string[] = []
  for (const question of asked) {
    const answer = await api.request(question)
    await answer.body?.cancel()
    if (answer.status >= 500) failures.push(`${String(answer.status)} ${question}`)
  }
  expect(failures).toEqual([])
})
