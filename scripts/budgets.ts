import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { cityCsv, sendCsv } from '../e2e/fixtures/city.ts'
import { openProduct } from '../e2e/product.ts'
import { isMet, table, type Measured } from './budgets/goals.ts'
import { measureMotion } from './budgets/motion.ts'
import { measurePages } from './budgets/pages.ts'
import { measureSizes } from './budgets/sizes.ts'

/**
 * `npm run budgets [-- sizes|motion|pages] [--write]`: what the pages weigh and how fast they are, each
 * figure beside its goal. `--write` puts the table into docs/budgets.md.
 */

const DOCUMENT = fileURLToPath(new URL('../docs/budgets.md', import.meta.url))
const MANY = 2543
const LIGHTHOUSE_PAGES = ['/', '/rank', '/compare', '/data']
const ALL_PAGES = [
  '/',
  '/rank',
  '/rank/methods',
  '/rank/robustness',
  '/frontier',
  '/productivity',
  '/compare',
  '/linkage',
  '/starter',
  '/map',
  '/projects',
  '/supply',
  '/report',
  '/views',
  '/data',
  '/data/history',
  '/data/mappings',
  '/data/coverage',
  '/zones',
  '/zones/events',
  '/indicators',
  '/indicators/tax-per-land',
  '/help',
]

async function openChromium(port: number) {
  const executablePath = process.env['PERMU_CHROMIUM']
  return chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${String(port)}`],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
}

type Work = (base: string) => Promise<Measured[]>

/** The product with data of its own, for as long as the work takes. */
async function withProduct(fill: (base: string) => Promise<void>, work: Work) {
  const product = await openProduct()
  try {
    await fill(product.url)
    return await work(product.url)
  } finally {
    await product.close()
  }
}

const large = (base: string) => sendCsv(base, cityCsv({ zones: MANY }))
async function sample(base: string) {
  const answer = await fetch(`${base}/api/v1/samples/city-66`, { method: 'POST' })
  if (!answer.ok) throw new Error(`the sample was refused: ${String(answer.status)}`)
}

function write(text: string) {
  const before = readFileSync(DOCUMENT, 'utf8')
  const start = before.indexOf('## Measured')
  writeFileSync(DOCUMENT, `${before.slice(0, start)}## Measured\n\n${text}\n`)
}

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const wants = (part: string) => positionals.length === 0 || positionals.includes(part)

const port = 9222 + (process.pid % 1000)
const browser = await openChromium(port)
const measured: Measured[] = []
try {
  const many = async (base: string) => [
    ...(wants('sizes') ? await measureSizes(browser, base, ALL_PAGES) : []),
    ...(wants('motion') ? await measureMotion(browser, base) : []),
  ]
  if (wants('sizes') || wants('motion')) measured.push(...(await withProduct(large, many)))
  const pages = (base: string) => measurePages(base, port, LIGHTHOUSE_PAGES)
  if (wants('pages')) measured.push(...(await withProduct(sample, pages)))
} finally {
  await browser.close()
}

const day = new Date().toISOString().slice(0, 10)
const load = loadavg()
  .map((value) => value.toFixed(2))
  .join(', ')
const machine = `${day}; ${String(cpus().length)} cores of ${cpus()[0]?.model ?? '?'}; load ${load}.`
const text = `${machine}\n\n${table(measured)}`
console.log(text)
if (values.write) write(text)
const missed = measured.filter((one) => !isMet(one)).length
console.log(`\n${String(measured.length - missed)} of ${String(measured.length)} goals met`)
