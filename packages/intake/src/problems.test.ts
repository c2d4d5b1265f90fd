import { describe, expect, it } from 'vitest'
import { PROBLEM_CODES, problemText, type Problem } from './index.ts'
import { codes, lines, read } from './testing/encode.ts'

const head = '园区,年份,税收(万元),增速(%)\n'

function found(rows: string, at = head): string[] {
  return codes(read(at + rows))
}

describe('problems of rows', () => {
  it.each([
    ['not-a-number@2,3', 'A,2023,12x,1\n'],
    ['excel-error-value@2,3', 'A,2023,#REF!,1\n'],
    ['number-overflow@2,4', 'A,2023,1,1e309\n'],
    ['bare-percent@2,4', 'A,2023,1,—%\n'],
    ['percent-mismatch@2,3', 'A,2023,5%,1\nB,2023,7,1\n'],
    ['ambiguous-number@2,3', 'A,2023,3亿,1\n'],
    ['cell-unit@2,3', 'A,2023,3亿元,1\n'],
    ['unit-conflict@2,3', 'A,2023,3亩,1\n'],
    ['missing-cell@2,3', 'A,2023\nB,2023,1,1\n'],
    ['truncated-file@3,4', 'A,2023,1,1\nB,2023,1'],
    ['extra-cell@2,5', 'A,2023,1,1,9\nB,2023,1,1\n'],
    ['zone-missing@2,1', ',2023,1,1\nB,2023,1,1\n'],
    ['period-unparsed@2,2', 'A,上年,1,1\nB,2023,1,1\n'],
    ['duplicate-row@3,3', 'A,2023,1,2\nA,2023,1,2\n'],
    ['duplicate-observation@3,3', 'A,2023,1,2\nA,2023,5,2\n'],
    ['unclosed-quote@2,1', '"A,2023,1,1\nB,2023,1,1\n'],
    ['stray-quote@2,1', '"A"a,2023,1,1\n'],
  ])('%s', (code, rows) => {
    expect(found(rows)).toContain(code)
  })

  it('counts rows as Excel does: blank lines count, a quoted newline does not', () => {
    expect(found('\n"A\nA",2023,1,1\n\nB,2023,x1,1\n')).toContain('not-a-number@5,3')
  })

  it('keeps the first of two values, and fills gaps from the second row', () => {
    const file = read(`${head}A,2023,1,\nA,2023,9,3\n`)
    expect(lines(file)).toEqual([
      'A|2023|tax=1万元',
      'A|2023|税收-增速=(not-reported)%',
      'A|2023|税收-增速=3%',
    ])
  })

  it('never stores a missing value as zero', () => {
    const file = read(`${head}A,2023,,%\nB,2023,X,不适用\nC,2023,待公布,1e999\n`)
    expect(file.observations.every(({ value }) => value === null)).toBe(true)
    expect(file.summary.missing).toEqual({
      'not-reported': 2,
      suppressed: 1,
      'not-applicable': 1,
      'not-yet-published': 1,
      unreadable: 1,
    })
  })
})

describe('totals', () => {
  const rows = 'A,2023,1,10\nB,2023,2,20\n'

  it('are skipped and agree', () => {
    const file = read(`${head}${rows}合计,2023,3,15\n`)
    expect(codes(file)).toContain('total-row@4,1')
    expect(codes(file).filter((code) => code.startsWith('total-mismatch'))).toEqual([])
    expect(file.summary.skipped.totals).toBe(1)
  })

  it('disagree, and both numbers are named', () => {
    const file = read(`${head}${rows}全市合计,2023,4,15\n`)
    const mismatch = file.problems.find(({ code }) => code === 'total-mismatch')
    expect(mismatch).toMatchObject({ row: 4, column: 3, params: { total: 4, sum: 3 } })
  })

  it('may stand on top, and in sections', () => {
    expect(found(`全市,2023,3,1\n${rows}`).join()).not.toContain('total-mismatch')
    const sections = `${rows}小计,2023,3,1\nC,2023,5,1\n小计,2023,5,1\n总计,2023,8,1\n`
    expect(found(sections).join()).not.toContain('total-mismatch')
    expect(found(`${rows}小计,2023,3,1\nC,2023,5,1\n小计,2023,6,1\n`)).toContain(
      'total-mismatch@6,3',
    )
  })

  it('are not expected of averages', () => {
    const file = read(`${head}${rows}平均,2023,1.5,15\n`)
    expect(file.summary).toMatchObject({ rows: 2, skipped: { totals: 1 } })
  })
})

describe('problems of columns and files', () => {
  it.each([
    ['empty-file@-,-', ''],
    ['empty-file@-,-', '\n\r\n'],
    ['no-rows@-,-', '园区,税收\n'],
    ['no-value-column@-,-', '园区,类型\nA,x\nB,y\n'],
    ['no-zone-column@-,-', '税收,产值\n1,2\n'],
    ['single-column@-,-', '税收\n1\n2\n'],
    ['unit-conflict@-,2', '园区,税收(万元)\n,亿元\nA,1\n'],
    ['unit-conflict@-,2', '单位：万元\n园区,税收(亿元)\nA,1\n'],
    ['unit-not-applied@-,3', '单位：万元\n园区,税收,企业数\nA,1,2\n'],
    ['unit-unknown@-,2', '园区,能耗(吉卡元)\nA,1\n'],
    ['unit-missing@-,2', '园区,能耗\nA,1\n'],
    ['unit-field-mismatch@-,2', '园区,税收(亩)\nA,1\n'],
    ['duplicate-label@-,3', '园区,税收(万元),税收(万元)\nA,1,2\n'],
    ['duplicate-field@-,3', '园区,税收(万元),税收(亿元)\nA,1,2\n'],
    ['field-missing@-,-', '园区,2022年,2023年\nA,1,2\n'],
    ['period-cumulative@2,2', '园区,时间,税收(万元)\nA,2023年1-9月,1\n'],
  ])('%s', (code, text) => {
    expect(codes(read(text))).toContain(code)
  })

  it('takes the period from the name of the file, and says so', () => {
    const file = read('园区,税收(万元)\nA,1\n', { name: 'zones-2023.csv' })
    expect(file.plan.period).toBe('2023')
    expect(codes(file)).toContain('period-from-name@-,-')
    expect(read('园区,税收\nA,1\n', { name: 'x-2023.csv', period: '2022' }).plan.period).toBe(
      '2022',
    )
  })

  it('never gives one field two columns', () => {
    const { plan } = read('园区,税收(万元),税收(亿元),税收(万元)\nA,1,2,3\n', { period: '2023' })
    const ids = plan.slots.map(({ field }) => field.id)
    expect(new Set(ids).size).toBe(3)
  })

  it('does not spread 单位：万元 over counts and areas', () => {
    const { plan } = read('单位：万元\n园区,税收,企业数,供地面积\nA,1,2,3\n', { period: '2023' })
    expect(plan.columns.map(({ unit }) => unit)).toEqual([null, '万元', null, null])
  })

  it('does what a person says of a column', () => {
    const { plan } = read('园区,税收,甲\nA,1,2\n', {
      period: '2023',
      columns: [
        { index: 2, role: 'value', unit: '亿元' },
        { index: 3, role: 'ignored' },
      ],
    })
    expect(plan.columns[1]).toMatchObject({ unit: '亿元', unitSource: 'person', why: 'person' })
    expect(plan.columns[2]?.role).toBe('ignored')
  })

  it('reads decimal commas only under another delimiter, and only when every cell agrees', () => {
    const euro = read('园区;年份;税收(万元)\nA;2020;1.234,5\nB;2020;2.345,65\n')
    expect(lines(euro)).toEqual(['A|2020|tax=1234.5万元', 'B|2020|tax=2345.65万元'])
    expect(codes(read('园区,年份,税收(万元)\nA,2020,"1.234,5"\n'))).toContain('not-a-number@2,3')
  })
})

describe('the catalogue', () => {
  it.each(PROBLEM_CODES)('%s is said in both languages', (code) => {
    const problem: Problem = {
      code,
      severity: 'error',
      row: 3,
      column: 2,
      header: '税收',
      text: 'x',
      params: { first: 2, total: 4, sum: 3 },
    }
    for (const lang of ['zh', 'en'] as const) {
      const { message, hint } = problemText(problem, lang)
      expect(`${message}${hint}`).not.toMatch(/[{}]/u)
      expect(message.length * hint.length).toBeGreaterThan(0)
    }
  })
})
