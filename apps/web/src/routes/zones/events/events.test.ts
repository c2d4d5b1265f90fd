import { expect, test } from 'vitest'
import { isDate, namesOf, rowsOfProblem } from './events.ts'

test('several zones are told apart by Chinese and Western marks', () => {
  expect(namesOf('东湖、西岭； 南桥;北苑\n')).toEqual(['东湖', '西岭', '南桥', '北苑'])
  expect(namesOf(' 、 ')).toEqual([])
})

test.each([
  ['2021', true],
  ['2021-07', true],
  ['2021-07-01', true],
  ['2021-13', false],
  ['2021-02-30', false],
  ['21', false],
  ['2021/7', false],
  ['', false],
])('%s is a date: %s', (text, yes) => {
  expect(isDate(text)).toBe(yes)
})

test('a refused file names its rows', () => {
  const errors = [{ pointer: '/rows/3/columns/2', message: 'No such zone.' }, { message: 'b' }, 1]
  expect(rowsOfProblem({ errors })).toEqual(['/rows/3/columns/2: No such zone.', 'b'])
  expect([rowsOfProblem(null), rowsOfProblem({ errors: 'x' })]).toEqual([[], []])
})
