import { expect, test } from 'vitest'
import { templateHref } from './template.ts'

test('a template is asked for by fields, language and zones', () => {
  expect(templateHref('csv', { fields: ['tax', 'land'], lang: 'zh', zones: true })).toBe(
    '/api/v1/template.csv?lang=zh&fields=tax%2Cland&zones=true',
  )
  expect(templateHref('xlsx', { fields: [], lang: 'en', zones: false })).toBe(
    '/api/v1/template.xlsx?lang=en',
  )
})
