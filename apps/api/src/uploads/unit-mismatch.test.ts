import { expect, test } from 'vitest'
import type { Trace, Upload } from '../contract.ts'
import { openApi } from '../testing.ts'

test('a field chosen for a column whose unit cannot be converted is told, not an error here', async () => {
  const api = await openApi()
  const file = '园区,年份,投资(亿吨),税收(万元)\n甲园区,2023,1.5,10\n'
  const { upload } = await api.send(file, 'name=a.csv&mode=preview')
  const columns = [{ index: 3, role: 'value', field: 'fixed-asset-investment' }]
  const choose = { method: 'POST', body: JSON.stringify({ columns }) }
  const headers = { 'content-type': 'application/json' }
  const path = `/uploads/${upload.id}`
  const again = await api.request(`${path}/preview`, { ...choose, headers })
  expect(again.status).toBe(200)
  const read = (await again.json()) as Upload
  expect(read.columns[2]).toMatchObject({ unit: '亿吨', conversion: null })
  await api.request(`${path}/commit`, { method: 'POST', body: '{}', headers })
  const query = new URLSearchParams({ zone: '甲园区', indicator: 'fixed-asset-investment' })
  const trace = await api.get<Trace>(`/trace?${query.toString()}`)
  expect(JSON.stringify(trace)).toContain('亿吨')
  await api.close()
})
