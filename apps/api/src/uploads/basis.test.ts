import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Upload } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const OWN = '园区,时间,税收(万元)\n甲园,2023年9月,100\n'
const SUM = '2023年1-9月\n园区,税收(万元)\n甲园,900\n'

const told = ({ problems }: Upload) =>
  problems.items
    .filter(({ code }) => code === 'basis-change')
    .map(({ severity, column }) => [severity, column])

test('figures from January on that would cover those of a month are told, and the other way round', async () => {
  expect(told((await api.send(OWN, 'name=own.csv')).upload)).toEqual([])
  expect(told((await api.send(SUM, 'name=sum.csv&mode=preview')).upload)).toEqual([['warning', 2]])
  await api.send(SUM, 'name=sum.csv')
  const later = await api.send(OWN.replace('100', '101'), 'name=own.csv&mode=preview')
  expect(told(later.upload)).toEqual([['warning', 3]])
})

test('figures that count alike, of another month or of a year are not', async () => {
  await api.send(SUM, 'name=sum.csv')
  const more = [
    SUM.replace('900', '901'),
    OWN.replace('9月', '8月'),
    OWN.replace('年9月', '年'),
    OWN.replace('税收', '产值'),
  ]
  for (const text of more) {
    expect(told((await api.send(text, 'name=b.csv&mode=preview')).upload)).toEqual([])
  }
})
