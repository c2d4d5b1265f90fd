import type { Field, Reading, UploadColumn } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import MappingTable from './MappingTable.svelte'
import type { Change } from './reading.ts'
import { uploadOf } from './testing.ts'

const columns: UploadColumn[] = [
  { index: 1, header: '园区', role: 'zone', confidence: 0.95, why: 'zone-word' },
  {
    index: 2,
    header: '税额',
    role: 'value',
    field: '税额',
    fieldName: '税额',
    isNew: true,
    unit: null,
    confidence: 0.9,
    why: 'numbers',
  },
]

const tax: Field = {
  id: 'tax',
  name: { zh: '税收', en: 'Tax' },
  dimension: 'CNY',
  unit: '万元',
  builtIn: true,
  kind: 'flow',
  hasData: false,
}

test('a field, a unit and a role that are chosen become the reading', async () => {
  const said: Reading[] = []
  await render(MappingTable, {
    upload: uploadOf({ columns }),
    fields: [tax],
    editable: true,
    locale: 'zh',
    onchange: (change: Change) => void said.push(change({ columns, reading: {} })),
  })
  await page.getByLabelText('字段：税额').selectOptions('tax')
  await page.getByLabelText('单位：税额').fill('万元')
  await userEvent.tab()
  await page.getByLabelText('用途：税额').selectOptions('ignored')
  expect(said).toEqual([
    { columns: [{ index: 2, role: 'value', field: 'tax' }] },
    { columns: [{ index: 2, role: 'value', field: '税额', unit: '万元' }] },
    { columns: [{ index: 2, role: 'ignored' }] },
  ])
  await expect.element(page.getByText(/单元格是数字/u)).toBeVisible()
})
