import { describe, expect, it } from 'vitest'
import { readAll } from './index.ts'
import { encodings } from './testing/encodings.ts'
import { fixtures, textOf } from './testing/fixtures.ts'

function said(bytes: Uint8Array, name: string | undefined) {
  const { observations, zones, periods, summary, problems } = readAll(
    bytes,
    name === undefined ? {} : { name },
  )
  const plain = problems.map(({ byte: _, ...problem }) => problem)
  return { observations, zones, periods, summary, plain }
}

describe.each(fixtures)('$name', (fixture) => {
  const text = textOf(fixture)
  const [, inUtf8] = encodings[0] ?? []
  const expected = inUtf8 && said(inUtf8(text), fixture.file)

  it.each(encodings)('says the same in %s', (_, encode) => {
    expect(expected?.observations.length).toBeGreaterThan(3)
    expect(said(encode(text), fixture.file)).toEqual(expected)
  })
})
