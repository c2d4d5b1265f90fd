import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { bytesSource, openWorkbook, readAll } from '../index.ts'
import { lines, utf8 } from '../testing/encode.ts'
import { bookParts, readSheet, rows, workbook } from '../testing/workbook.ts'
import { zip } from '../testing/zip.ts'

const sheet = (data: string, rest = {}) => workbook({ sheets: [{ name: '表', data }], ...rest })

/** The text of one cell with its markup inside, in a format. */
async function cell(markup: string, attributes = '', rest = {}): Promise<string> {
  const { csv } = await readSheet(
    sheet(`<row r="1"><c r="A1" s="1" ${attributes}>${markup}</c></row>`, rest),
  )
  return csv.slice(0, -1)
}

const formatted = (value: number, code: string, rest = {}) =>
  cell(`<v>${value}</v>`, '', { formats: [code], ...rest })

describe('numbers', () => {
  it.each([
    ['0.1', '0%', '10%'],
    ['0.07', '0%', '7%'],
    ['0.125', '0%', '12.5%'],
    ['-0.0005', '0.0%;[Red]-0.0%', '-0.05%'],
    ['0.29', '"约"0.00%', '29%'],
    ['1234.5678', '#,##0', '1234.5678'],
    ['12', '0"%"', '12'],
    ['12', '0\\%', '12'],
    ['0.30000000000000004', '0.0', '0.30000000000000004'],
    ['1.0000000000000001E-1', 'General', '0.1'],
    ['123456789012345678', '0', '123456789012345680'],
    ['12', '0.00E+00', '12'],
    ['12', '[Red]0;[Blue]-0', '12'],
    ['7', 'G/通用格式"户"', '7'],
  ])('%s as %s is %s', async (value, code, text) => {
    expect(await cell(`<v>${value}</v>`, '', { formats: [code] })).toBe(text)
  })
})

describe('dates', () => {
  it.each([
    [45291, 'yyyy-mm-dd', '2023-12-31'],
    [45291, 'm/d/yyyy', '2023-12-31'],
    [45291, '[$-804]yyyy"年"m"月"d"日"', '2023-12-31'],
    [45291, 'm"月"d"日"', '2023-12-31'],
    [45291, 'yyyy"年"', '2023年'],
    [45291, 'yyyy', '2023'],
    [45291, 'yyyy"年"m"月"', '2023年12月'],
    [45291, 'mmm-yy', '2023-12'],
    [45291.25, 'yyyy-mm-dd hh:mm', '2023-12-31T06:00:00'],
    [45291.25, 'yyyy"年"', '2023-12-31T06:00:00'],
    [0.5, 'h:mm', '12:00:00'],
    [1.5, '[h]:mm', '36:00:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [73050, 'yyyy-mm-dd', '2099-12-31'],
    [2958465, 'yyyy-mm-dd', '9999-12-31'],
    [-5, 'yyyy-mm-dd', '-5'],
  ])('%d as %s is %s', async (value, code, text) => {
    expect(await formatted(value, code)).toBe(text)
  })

  it('counts from 1904 where the workbook says so', async () => {
    expect(await formatted(43829, 'yyyy-mm-dd', { from1904: true })).toBe('2023-12-31')
    expect(await formatted(0, 'yyyy-mm-dd', { from1904: true })).toBe('1904-01-01')
  })

  it('knows the formats that files name by number only', async () => {
    const styles = (id: number) =>
      `<styleSheet><cellXfs><xf/><xf numFmtId="${id}"/></cellXfs></styleSheet>`
    const read = async (id: number) => {
      const parts = bookParts({
        sheets: [{ name: 's', data: '<row r="1"><c r="A1" s="1"><v>45291</v></c></row>' }],
      }).map((p) => (p.name === 'xl/styles.xml' ? { ...p, bytes: utf8(styles(id)) } : p))
      return (await readSheet(zip(parts))).csv
    }
    expect(await read(14)).toBe('2023-12-31\n')
    expect(await read(57)).toBe('2023年12月\n')
    expect(await read(10)).toBe('4529100%\n')
    expect(await read(4)).toBe('45291\n')
  })

  it('takes the dates that Excel writes as text', async () => {
    expect(await cell('<v>2023-12-31T00:00:00</v>', 't="d"')).toBe('2023-12-31')
  })
})

describe('cells', () => {
  it.each([
    ['<f>1+1</f><v>2</v>', '', '2'],
    ['<f>1+1</f>', '', '#CALC!'],
    ['<f>1+1</f><v></v>', '', '#CALC!'],
    ['<f>1+1</f><v/>', '', '#CALC!'],
    ['<f>""</f><v></v>', 't="str"', ''],
    ['<v>#REF!</v>', 't="e"', '#REF!'],
    ['<v>1</v>', 't="b"', 'TRUE'],
    ['<v>0</v>', 't="b"', 'FALSE'],
    ['<is><t>a&amp;b &#19968;_x000A_c</t></is>', 't="inlineStr"', '"a&b 一\nc"'],
    ['<is><r><t>税</t></r><r><t>收</t></r></is>', 't="inlineStr"', '税收'],
    ['<is><t xml:space="preserve">\t甲园\t</t></is>', 't="inlineStr"', '\t甲园\t'],
    ['<is><t>say "1,2"</t></is>', 't="inlineStr"', '"say ""1,2"""'],
    ['<v>x</v>', '', 'x'],
  ])('%s %s', async (markup, attributes, text) => {
    const found = await cell(markup, attributes)
    expect(found).toBe(text)
  })

  it('joins the runs of shared texts and leaves reading aids out', async () => {
    const strings = [
      '<t>园区</t>',
      '<r><rPr><b/></rPr><t>税收</t></r><r><t>(万元)</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
    ]
    const data = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    expect((await readSheet(sheet(data, { strings }))).csv).toBe('园区,税收(万元),東京\n')
  })

  it('keeps the places of rows and columns, with or without references', async () => {
    const data =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c><v>2</v></c><c r="D5"><v>3</v></c></row>'
    expect((await readSheet(sheet(data))).csv).toBe('\n,1,,\n\n\n2,,,3\n')
  })

  it('writes no row for cells that are only painted', async () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    expect(await readSheet(sheet(data))).toMatchObject({ csv: '1,2\n', rows: 1 })
  })

  it('finds parts whatever the case of their names', async () => {
    const parts = bookParts({ sheets: [{ name: 's', data: rows([1, 2]) }] }).map((p) => {
      return { ...p, name: p.name.replace('worksheets/s1', 'Worksheets\\S1') }
    })
    expect((await readSheet(zip(parts))).csv).toBe('1,2\n')
  })

  it('reads namespaces, comments, CDATA and any order of attributes', async () => {
    const data =
      '<x:row r=\'1\'><!-- <c r="Z1"> --><x:c  t = \'str\'  r = "A1" ><x:v><![CDATA[a<b&c]]></x:v></x:c></x:row>'
    expect((await readSheet(sheet(data))).csv).toBe('a<b&c\n')
  })
})

describe('sheets', () => {
  const book = workbook({
    sheets: [
      { name: '说明', data: rows(['本表由各园区填报']) },
      { name: '内部', data: rows(['a', 'b'], [1, 2]), state: 'veryHidden' },
      { name: '数据', data: rows(['园区', '税收'], ['甲', 1]), dimension: 'A1:B2' },
    ],
  })

  it('are listed, hidden ones too, and the first visible table is read', async () => {
    const opened = await openWorkbook(bytesSource(book))
    expect(opened).toMatchObject({
      ok: true,
      value: {
        usual: 2,
        sheets: [
          { name: '说明', rows: 1, hidden: false },
          { name: '内部', rows: 2, hidden: true },
          { name: '数据', rows: 2, hidden: false },
        ],
      },
    })
    const read = await readSheet(book)
    expect(read.csv).toBe('园区,税收\n甲,1\n')
    expect(read.problems).toMatchObject([
      { code: 'sheet-chosen', params: { sheet: '数据', number: 3, sheets: 3 } },
    ])
    expect((await readSheet(book, 1)).csv).toBe('a,b\n1,2\n')
  })

  it.each([
    ['0.0,', true],
    ['#,##0,,"百万"', true],
    ['0\\.0,', true],
    ['0"."0000', true],
    ['#,##0', false],
    ['#,##0.00', false],
    ['0.00"万元"', false],
    ['#,##0_);(#,##0)', false],
  ])('a format that shows a part of the number is told: %s %s', async (code, told) => {
    const data = `${rows(['园区', '产值(万元)'])}<row r="2"><c r="B2" s="1"><v>1234567</v></c></row>`
    const { csv, problems } = await readSheet(sheet(data, { formats: [code] }))
    expect(csv).toBe('园区,产值(万元)\n,1234567\n')
    const place = { code: 'ambiguous-number', row: 2, column: 2, header: '产值(万元)' }
    expect(problems).toMatchObject(told ? [{ ...place, severity: 'warning', text: '1234567' }] : [])
  })

  it('says how many numbers are results of formulas', async () => {
    const data = '<row><c><v>1</v></c><c><f>A1*2</f><v>2</v></c><c><f>A1*3</f><v>3</v></c></row>'
    expect((await readSheet(sheet(data))).problems).toMatchObject([
      { code: 'formula-result', severity: 'info', params: { count: 2 } },
    ])
  })

  it('reads what another program has written, through to the values', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '2023',
          rows: [
            ['园区', '截止日期', '税收(万元)', '增速(%)'],
            ['甲园', new Date(Date.UTC(2023, 7, 15)), 1234.5, null],
            ['乙园', new Date(Date.UTC(2023, 7, 15)), null, 3],
          ],
          columns: [{}, { numFmt: 'yyyy-mm-dd' }, { numFmt: '#,##0' }, {}],
        },
      ],
    })
    const { csv } = await readSheet(bytes)
    expect(csv).toBe(
      '园区,截止日期,税收(万元),增速(%)\n甲园,2023-08-15,1234.5,\n乙园,2023-08-15,,3\n',
    )
    const found = readAll(utf8(csv), { delimiter: ',', encoding: 'utf-8' })
    expect(lines(found)).toContain('甲园|2023-08|tax=1234.5万元')
  })
})
