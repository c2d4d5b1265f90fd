import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createMaking, type Ask } from './made-of.ts'
import { createKeptPages, type Wanted } from './pages.ts'
import { splice } from './spliced.ts'

const NONCE = 'AAAAAAAAAAAAAAAAAAAAAA=='
const POLICY = `script-src 'self' 'nonce-${NONCE}'`

test.each([
  '',
  'one',
  `${NONCE}${NONCE}`,
  `亩均 ${NONCE} 税收 ${NONCE}`,
  `x${'长'.repeat(90_000)}${NONCE}y`,
])('a text is given again with another word, plain and as gzip (%#)', async (text) => {
  const spliced = splice(text, NONCE)
  for (const word of ['BBBB', 'C', 'D'.repeat(60_000)]) {
    const wanted = text.replaceAll(NONCE, word)
    expect(Buffer.from(spliced.plain(word)).toString()).toBe(wanted)
    expect(gunzipSync(await spliced.gzipped(word)).toString()).toBe(wanted)
  }
})

/** An API that holds answers by path, and counts what it is asked. */
function open(answers: Record<string, { tag?: string; body: string; status?: number }>) {
  const ask: Ask = async (path, tag) => {
    const { body, status = 200, ...known } = answers[path] ?? { body: '', status: 404 }
    if (known.tag !== undefined && known.tag === tag) return new Response(null, { status: 304 })
    const headers = known.tag === undefined ? {} : { etag: known.tag }
    return new Response(body, { status, headers })
  }
  let rendered = 0
  const pages = createKeptPages()

  async function get(key: string, change: Partial<Wanted> = {}, also: HeadersInit = {}) {
    const making = createMaking()
    const render = async () => {
      rendered++
      const texts = []
      for (const path of Object.keys(answers)) {
        const answer = await ask(path, null)
        await making.note(new Request(`http://localhost${path}`), answer)
        texts.push(await answer.text())
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
      const headers = new Headers(also)
      headers.set('content-type', 'text/html')
      headers.set('content-security-policy', POLICY)
      headers.set('etag', '"of one text"')
      return new Response(`<script nonce="${NONCE}">${texts.join()}</script>`, { headers })
    }
    const wanted = { key, ask, encodings: '', render, madeOf: making.questions, ...change }
    return pages.answer(wanted)
  }
  return { get, answers, rendered: () => rendered }
}

const ANSWERS = () => ({ '/state': { body: 'state' }, '/values': { tag: '"1"', body: 'one' } })

test('a page is rendered once, and has another nonce each time, in its policy and its scripts', async () => {
  const { get, rendered } = open(ANSWERS())
  const nonces = new Set<string>()
  for (let i = 0; i < 5; i++) {
    const page = await get('a')
    const nonce = /'nonce-(.+?)'/u.exec(page.headers.get('content-security-policy') ?? '')?.[1]
    nonces.add(nonce ?? '')
    expect(await page.text()).toBe(`<script nonce="${nonce ?? ''}">state,one</script>`)
    expect(page.headers.has('etag')).toBe(false)
  }
  expect(nonces.size).toBe(5)
  expect(nonces).not.toContain(NONCE)
  expect(rendered()).toBe(1)
})

test('a page is made anew when an answer with a tag, or one without, is another', async () => {
  const { get, answers, rendered } = open(ANSWERS())
  await get('a')
  answers['/values'] = { tag: '"2"', body: 'two' }
  expect(await (await get('a')).text()).toContain('state,two')
  answers['/state'] = { body: 'other' }
  expect(await (await get('a')).text()).toContain('other,two')
  expect(await (await get('a')).text()).toContain('other,two')
  expect(rendered()).toBe(3)
})

test('a page is not given to who would be refused one of its answers', async () => {
  const { get, answers, rendered } = open(ANSWERS())
  await get('a')
  answers['/values'] = { tag: '"1"', body: 'refused', status: 401 }
  const ask: Ask = async (path) => new Response('', { status: path === '/values' ? 401 : 200 })
  expect(await (await get('a', { ask })).text()).not.toContain('one')
  expect(rendered()).toBe(2)
})

test('a page of one key is never given for another', async () => {
  const { get, rendered } = open(ANSWERS())
  await get('/rank\nzh\n{"can":["read"]}')
  await get('/rank\nzh\n{"can":["read","edit"]}')
  await get('/rank\nen\n{"can":["read"]}')
  expect(rendered()).toBe(3)
})

test.each<[string, HeadersInit, Record<string, { body: string; status?: number }>]>([
  ['that sets a cookie', { 'set-cookie': 'a=1' }, {}],
  ['that was refused an answer', {}, { '/none': { body: '', status: 404 } }],
  ['of a long answer without a tag', {}, { '/long': { body: 'x'.repeat(200_000) } }],
])('a page %s is not kept', async (_, headers, answers) => {
  const { get, rendered } = open(answers)
  await get('a', {}, headers)
  await get('a', {}, headers)
  expect(rendered()).toBe(2)
})

test('many who ask at once wait for one page, also when it has become old', async () => {
  const { get, answers, rendered } = open(ANSWERS())
  const all = () => Promise.all(Array.from({ length: 50 }, async () => (await get('a')).text()))
  expect((await all()).every((text) => text.includes('one'))).toBe(true)
  answers['/values'] = { tag: '"2"', body: 'two' }
  expect((await all()).every((text) => text.includes('two'))).toBe(true)
  expect(rendered()).toBe(2)
})

test('memory is bounded: the pages that were asked for longest ago go first', async () => {
  const { get, rendered } = open({ '/large': { tag: '"1"', body: 'x'.repeat(6_000_000) } })
  for (const key of ['a', 'b', 'c', 'd']) await get(key)
  await get('d')
  expect(rendered()).toBe(4)
  await get('a')
  expect(rendered()).toBe(5)
})
