import { describe, expect, test } from 'vitest'
import { readAll } from './read-all.ts'

const many = (text: string) => text.repeat(300_000)
const read = (lines: readonly string[]) =>
  readAll(new TextEncoder().encode(`${lines.join('\n')}\n`))

// Each of these took minutes when a pattern saw all of the text.
describe('a text of hundreds of kilobytes', () => {
  test.each([
    ['spaces in a header', ['园区,年份,"税收' + many(' ') + 'x",备注', '甲,2023,1,2']],
    ['line ends in a header', ['园区,年份,"税收' + many('\t') + 'x",备注', '甲,2023,1,2']],
    ['dashes in a header', ['园区,年份,"税收' + many('-') + 'x",备注', '甲,2023,1,2']],
    ['brackets in a header', ['园区,年份,"税收(' + many(')·') + '",备注', '甲,2023,1,2']],
    ['commas in a cell', ['园区,年份,税收', '甲,2023,"' + many(',') + 'x"']],
    ['digits in a cell', ['园区,年份,税收', '甲,2023,"' + many('0') + '+"']],
    ['a title', ['项目:' + many('\t'), '园区,年份,税收', '甲,2023,1']],
    ['a note', ['园区,年份,税收', '甲,2023,1', '说明' + many(' ') + 'x']],
    ['the name of a zone', ['园区,年份,税收', '"甲' + many(' ') + 'x",2023,1']],
  ])('%s is read in no time', (_, lines) => {
    const started = performance.now()
    read(lines)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('is never taken for the number that its beginning would be', () => {
    const { observations } = read(['园区,年份,税收(万元)', `甲,2023,${'0'.repeat(3000)}1`])
    expect(observations.map(({ value }) => value).filter((value) => value === 0)).toEqual([])
  })
})
