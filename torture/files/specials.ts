import { writeZip } from './zip.ts'
import type { Made } from './grammar.ts'

/** Files that are hostile on purpose, each of its own kind. */

const encoder = new TextEncoder()
const MEGABYTE = 1024 * 1024
const HEAD = '园区,年份,税收(万元)\n'

const text = (what: string, content: string): Made => ({
  what,
  bytes: encoder.encode(content),
  cells: null,
})

const SHEET_START =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const WORKBOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'

function book(what: string, sheet: Uint8Array): Made {
  const bytes = writeZip([
    ['[Content_Types].xml', encoder.encode(TYPES)],
    ['xl/workbook.xml', encoder.encode(WORKBOOK)],
    ['xl/_rels/workbook.xml.rels', encoder.encode(RELATIONS)],
    ['xl/worksheets/sheet1.xml', sheet],
  ])
  return { what, bytes, cells: null }
}

function bomb(what: string, filler: string, megabytes: number): Made {
  const piece = Buffer.alloc(megabytes * MEGABYTE, filler)
  return book(what, Buffer.concat([encoder.encode(SHEET_START), piece]))
}

export function specials(): Made[] {
  return [
    text('a cell of 10 MB', `${HEAD}甲园,2023,${'9'.repeat(10 * MEGABYTE)}\n`),
    text('a quoted cell of 10 MB', `${HEAD}甲园,2023,"${'a\n'.repeat(5 * MEGABYTE)}"\n`),
    text('a quote that never ends', `${HEAD}甲园,2023,"${'1\n'.repeat(3 * MEGABYTE)}`),
    text('deep quotes', `${HEAD}甲园,2023,${'"'.repeat(4 * MEGABYTE)}\n`),
    text('100 000 columns', `园区,年份,${'税收,'.repeat(100_000)}\n甲园,2023\n`),
    text('1 000 000 empty lines', `${HEAD}${'\n'.repeat(1_000_000)}甲园,2023,1\n`),
    text('NUL throughout', `${HEAD}${'甲园,2023,1\0\n'.repeat(1000)}`),
    text('nothing', ''),
    text('a byte order mark alone', '\ufeff'),
    bomb('a workbook of 400 MB of blanks', ' ', 400),
    bomb('a workbook of open elements', '<row><c>', 200),
    bomb('a workbook of one text', '1', 100),
    book(
      'a workbook of entities',
      encoder.encode(
        `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]>${SHEET_START}${'&b;'.repeat(10_000)}`,
      ),
    ),
    {
      what: 'an archive without an end',
      bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      cells: null,
    },
  ]
}
