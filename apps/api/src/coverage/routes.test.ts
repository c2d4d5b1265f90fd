import { expect, test } from 'vitest'
import type { Coverage, FieldCoverage } from '../contract.ts'
import { openApi } from '../testing.ts'

test('which zones have a number, a stated gap or nothing', async () => {
  const api = await openApi()
  await api.send(
    '园区,年份,税收(万元),产值(万元)\n甲园区,2022,1,\n甲园区,2023,2,5\n乙园区,2023,*,6\n',
    'name=a.csv',
  )
  await api.send('园区,年份,税收(万元)\n丙园区,2023,3\n', 'name=b.csv')
  const coverage = await api.get<Coverage>('/coverage')
  expect(coverage).toMatchObject({ dataVersion: '2', periods: ['2022', '2023'], zones: 3 })
  expect(coverage.fields.map(({ id, values, missing }) => [id, values, missing])).toEqual([
    ['tax', [1, 2], [0, 1]],
    ['output', [0, 2], [1, 0]],
  ])
  const tax = await api.get<FieldCoverage>('/coverage/tax')
  expect(tax.zones.map(({ name, cells }) => [name, cells])).toEqual([
    ['甲园区', ['value', 'value']],
    ['乙园区', ['none', 'suppressed']],
    ['丙园区', ['none', 'value']],
  ])
  expect(await api.get('/coverage/税收')).toEqual(tax)
  expect((await api.request('/coverage/nothing')).status).toBe(404)
  const first = await api.request('/coverage')
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await api.request('/coverage', { headers })).status).toBe(304)
  await api.close()
})
