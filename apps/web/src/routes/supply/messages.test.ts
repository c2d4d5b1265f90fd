import { expect, test } from 'vitest'
import { messages } from './messages.ts'

const told = { total: 20, covered: 16, short: 4, excess: '650', unknown: 0 }

test('projects without a figure are told where there are any', () => {
  expect(messages.zh.summary(told)).toBe(
    '20 个项目中，16 个的投资撑得起所供的地，4 个多供，共多 650 亩。',
  )
  expect(messages.en.summary(told)).toMatch(/650 mu in all\.$/u)
  expect(messages.zh.summary({ ...told, unknown: 2 })).toContain('；2 个缺数无法判断。')
})

test('one project is one in English', () => {
  expect(messages.en.summary({ ...told, total: 3, covered: 1, short: 1, unknown: 1 })).toBe(
    'Of 3 projects 1 covers its land by investment; 1 has more than the rule grants, 650 mu in all; 1 lacks a figure.',
  )
})
