import { describe, expect, it } from 'vitest'
import { readAll } from '../index.ts'
import { codes, lines, utf8 } from '../testing/encode.ts'
import { readSheet, rows, workbook } from '../testing/workbook.ts'

const read = (data: string, merges: string[]) =>
  readSheet(workbook({ sheets: [{ name: '表', data, merges }] }))

const whole = (csv: string) => readAll(utf8(csv), { delimiter: ',', encoding: 'utf-8' })

describe('merged cells', () => {
  it('a title over the table stays in its first cell', async () => {
    const data = rows(['2023年园区情况'], ['园区', '年份', '税收(万元)'], ['甲', 2023, 5])
    const { csv } = await read(data, ['A1:C1'])
    expect(csv).toBe('2023年园区情况,,\n园区,年份,税收(万元)\n甲,2023,5\n')
  })

  it('a title stays where the table begins later, and so does a line that is alone in its row', async () => {
    const data = rows(
      [null, '2023年园区情况'],
      [null, '单位：万元'],
      [null, '园区', '年份', '税收', '产值', '用地'],
      [null, '甲', 2023, 5, 6, 7],
    )
    const { csv } = await read(data, ['B1:F1', 'B2:C2'])
    expect(csv.split('\n').slice(0, 3)).toEqual([
      ',2023年园区情况,,,,',
      ',单位：万元,,,,',
      ',园区,年份,税收,产值,用地',
    ])
  })

  it('a group of headers fills to the right, a header over two rows down', async () => {
    const data = rows(
      ['园区', '税收(万元)', null, '产值(万元)', null],
      [null, '2022年', '2023年', '2022年', '2023年'],
      ['甲', 1, 2, 3, 4],
    )
    const { csv, problems } = await read(data, ['A1:A2', 'B1:C1', 'D1:E1'])
    expect(csv.split('\n').slice(0, 2)).toEqual([
      '园区,税收(万元),税收(万元),产值(万元),产值(万元)',
      '园区,2022年,2023年,2022年,2023年',
    ])
    expect(problems).toEqual([])
    expect(lines(whole(csv))).toEqual([
      '甲|2022|tax=1万元',
      '甲|2023|tax=2万元',
      '甲|2022|output=3万元',
      '甲|2023|output=4万元',
    ])
  })

  it('texts down a column fill down, and so do years, but no figure does', async () => {
    const data = rows(
      ['园区', '年份', '指标', '税收(万元)', '用地(亩)'],
      ['甲', 2023, '一', 10, 100],
      [null, null, '二', null, 200],
      ['乙', null, '一', 30, 300],
    )
    const { csv, problems } = await read(data, ['A2:A3', 'B2:B4', 'D2:D3'])
    expect(csv.split('\n').slice(1, 4)).toEqual([
      '甲,2023,一,10,100',
      '甲,2023,二,,200',
      '乙,2023,一,30,300',
    ])
    expect(problems).toMatchObject([
      {
        code: 'merged-value',
        severity: 'warning',
        row: 2,
        column: 4,
        header: '税收(万元)',
        text: '10',
        params: { range: 'D2:D3' },
      },
    ])
  })

  it('a number written as text is a figure as well', async () => {
    const data = rows(['园区', '税收', 'x'], ['甲', '1,234', 1], ['乙', null, 2])
    const { csv, problems } = await read(data, ['B2:B3'])
    expect(csv).toBe('园区,税收,x\n甲,"1,234",1\n乙,,2\n')
    expect(problems).toMatchObject([{ code: 'merged-value', row: 2, column: 2 }])
  })

  it('a merged figure is missing below, and never counted twice', async () => {
    const data = rows(
      ['园区', '年份', '税收(万元)', '用地(亩)'],
      ['甲', 2023, 10, 100],
      ['乙', 2023, null, 200],
    )
    const file = whole((await read(data, ['C2:C3'])).csv)
    expect(lines(file)).toContain('乙|2023|tax=(not-reported)万元')
    expect(codes(file)).not.toContain('duplicate-observation')
  })

  it('fills no row that has no cell of its own', async () => {
    const data = rows(['园区', '税收'], ['甲', 1])
    expect((await read(data, ['A2:A1048576'])).csv).toBe('园区,税收\n甲,1\n')
  })
})
