import { expect, test } from 'vitest'
import { paintFirst } from './paint-first.ts'

const PAGE = `<head><link href="./a.js" rel="modulepreload"><link href="./a.css" rel="stylesheet"></head>
<script nonce="n">{ const element = document.currentScript.parentElement
  import("./start.js").then(async (kit) => { kit.init({}) }) }</script>`

test('preloads wait, styles do not, and the start waits for the first paint', () => {
  const page = paintFirst(PAGE)
  expect(page).not.toContain('rel="modulepreload"')
  expect(page).toContain('<link href="./a.css" rel="stylesheet">')
  expect(page.indexOf('requestAnimationFrame')).toBeLessThan(page.indexOf('import("./start.js")'))
  expect(page).toContain('import("./start.js") }).then(async (kit) => { kit.init({}) })')
})

test('where the start is not found, the page stays as it is', () => {
  const page = '<head><link href="./a.js" rel="modulepreload"></head>'
  expect(paintFirst(page)).toBe(page)
})
