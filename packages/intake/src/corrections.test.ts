import { describe, expect, it } from 'vitest'
import { readAll, readRecord } from './index.ts'
import { codes, gb18030, lines, read, utf16, utf8 } from './testing/encode.ts'

const text = '园区,年份,税收\n天府,2022,"1,2x"\n高新,,—\n武侯,2023,空的\n'
const options = {
  corrections: [
    { row: 1, column: 3, text: '税收(万元)' },
    { row: 2, column: 3, text: '12' },
    { row: 3, column: 1, text: '高新南区' },
    { row: 3, column: 2, text: '2022年' },
  ],
  replacements: [{ column: 3, find: ' 空的 ', replace: '７' }],
}

describe('what a person rewrote', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['GB18030', gb18030(text)],
    ['UTF-16', utf16(text)],
  ])('is read in its place, header and names included (%s)', (_, bytes) => {
    const file = readAll(bytes, options)
    expect(lines(file)).toEqual([
      '天府|2022|tax=12万元',
      '高新南区|2022|tax=(not-reported)万元',
      '武侯|2023|tax=7万元',
    ])
    expect(file.plan.sample).toEqual([
      ['天府', '2022', '12'],
      ['高新南区', '2022年', '—'],
      ['武侯', '2023', '７'],
    ])
  })

  it('leaves the file as it is', () => {
    const bytes = gb18030(text)
    const { plan } = readAll(bytes, options)
    expect(readRecord(bytes, plan, 2)).toEqual(['天府', '2022', '1,2x'])
    expect(readRecord(bytes, plan, 1)).toEqual(['园区', '年份', '税收'])
  })

  it('may add a cell that the row does not have, and fill a blank row', () => {
    const file = read('园区,年份,税收(万元)\nA,2023\n\n', {
      corrections: [
        { row: 2, column: 3, text: '5' },
        ...['B', '2023', '6'].map((cell, i) => ({ row: 3, column: i + 1, text: cell })),
      ],
    })
    expect(lines(file)).toEqual(['A|2023|tax=5万元', 'B|2023|tax=6万元'])
    expect(codes(file)).toEqual([])
  })

  it('replaces whole cells, in one column or in all, and not what was corrected', () => {
    const file = read('园区,年份,税收(万元),产值(万元)\nx,2023,x,x\nB,2023,x,xx\n', {
      corrections: [{ row: 2, column: 4, text: 'x' }],
      replacements: [
        { column: 1, find: 'x', replace: 'A' },
        { column: null, find: 'x', replace: '1' },
      ],
    })
    expect(lines(file)).toEqual([
      'A|2023|tax=1万元',
      'A|2023|output=(suppressed)万元',
      'B|2023|tax=1万元',
      'B|2023|output=(unreadable)万元',
    ])
  })
})

describe('the policy', () => {
  const rows =
    '园区,年份,税收(万元),产值(万元)\nA,2023,1,2x\nA,2023,5,6\nB,2023,1,2\nB,2023,1,3\nC,2023,"4,3\n'

  it('skip-rows keeps nothing of a row with an error', () => {
    const file = read(rows, { policy: 'skip-rows' })
    expect(lines(file)).toEqual([
      'A|2023|tax=5万元',
      'A|2023|output=6万元',
      'B|2023|tax=1万元',
      'B|2023|output=2万元',
    ])
    expect(file.summary).toMatchObject({ rows: 5, accepted: 2, rejected: 3, cells: 4, missing: {} })
    expect(codes(file)).toEqual([
      'not-a-number@2,4',
      'duplicate-observation@5,4',
      'unclosed-quote@6,3',
    ])
  })

  it('skip-rows spans all periods of a row', () => {
    const file = read('园区,指标,2022年,2023年\nA,税收(万元),1,1x\nB,税收(万元),1,2\n', {
      policy: 'skip-rows',
    })
    expect(lines(file)).toEqual(['B|2022|tax=1万元', 'B|2023|tax=2万元'])
  })

  it.each(['skip-cells', 'stop'] as const)('%s keeps the other cells', (policy) => {
    const file = read(rows, { policy })
    expect(lines(file)).toContain('A|2023|tax=1万元')
    expect(file.summary.accepted).toBe(4)
  })
})
