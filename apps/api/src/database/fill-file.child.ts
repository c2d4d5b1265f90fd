import { openApi } from '../testing.ts'

/** Fills the data folder that is named with what a user does, and tells what the server then answers. */

const [, , folder = ''] = process.argv
const api = await openApi({ PERMU_DATA: folder })
const head = '园区,年份,税收(万元),备注\n'
await api.send(
  `${head}甲园,2023,10,一\n乙园,2023,—,二\n丙园,2023,30.5,\n`,
  'name=a.csv&mode=commit',
)
await api.send(`${head}甲园,2023,11,一\n`, 'name=b.csv&mode=commit')
const { upload } = await api.send(`${head}丁园,2023,4,四\n`, 'name=c.csv&mode=commit')
await api.request(`/uploads/${upload.id}`, { method: 'DELETE' })
await api.send(`${head}戊园,2023,5,五\n`, 'name=d.csv&mode=commit')
const { items } = await api.get<{ items: unknown[] }>('/uploads')
const told = {
  values: await api.get('/values?period=2023'),
  history: await api.get('/history'),
  uploads: items,
}
await api.stop()
process.stdout.write(JSON.stringify(told))
