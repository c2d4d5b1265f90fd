import { fork } from 'node:child_process'
import { bytesOf, type Cases, type FamilyResult } from '../cases.ts'

const SECONDS = 20
const MEGABYTES = 256

interface Input {
  file: string
  bytes: () => Uint8Array
}

/** Every file of a family is read by a process of little memory: no throw, no hang, no overflow. */
export function robustness(cases: Cases, family: string): Promise<FamilyResult> {
  const files = cases.list.filter((found) => found.family === family)
  const inputs = files.map(({ file }) => ({ file, bytes: () => bytesOf(cases, file) }))
  return survive(`${family}: survives`, inputs)
}

const LONG = 2_000_000

const repeated = (part: string) => part.repeat(Math.ceil(LONG / part.length))

/** Two megabytes each of what is hard to read: one sign without end, and mixtures of them. */
const HOSTILE: Record<string, string> = {
  quotes: repeated('"'),
  'open quotes': repeated(',"a'),
  'open quotes, line by line': repeated('"a\n'),
  'closed quotes with text behind': repeated('"a"b,'),
  commas: repeated(','),
  'every delimiter': repeated(',;\t|'),
  apostrophes: repeated(",'a"),
  'apostrophes in pairs': repeated("'a',\n"),
  backslashes: repeated('\\",'),
  blanks: repeated(' '),
  'blanks after commas': repeated(', "a'),
  'line ends': repeated('\n'),
  'carriage returns': repeated('\r'),
  'one cell': repeated('x'),
  digits: repeated('1'),
  'digits and separators': repeated('1,1.1 '),
  'brackets in a header': `园区,年份,${repeated('(万')}\n天府,2022,1\n`,
  'brackets that close nothing': `园区,年份,${repeated(')元')}\n天府,2022,1\n`,
  'one period after the other': `${repeated('2022年')}\n天府,1\n`,
  'a name in every row': `园区,年份,税收\n${Array.from({ length: 90_000 }, (_, i) => `园${i},2022,1`).join('\n')}`,
  'a field in every row': `园区,年份,指标,数值\n${Array.from({ length: 60_000 }, (_, i) => `园,2022,指标${i},1`).join('\n')}`,
  'a period in every column': `园区,${Array.from({ length: 9000 }, (_, i) => `${1000 + i}年`).join()}\n天府,${repeated('1,')}\n`,
  nul: repeated('\0'),
  'nul and letters': repeated('a\0'),
  'lone surrogates': repeated('\ud800,'),
}

export function hostile(): Promise<FamilyResult> {
  const inputs = Object.entries(HOSTILE).map(([file, text]) => {
    return { file, bytes: () => new TextEncoder().encode(text) }
  })
  const random = Array.from({ length: 8 }, (_, i) => {
    return { file: `noise ${i}`, bytes: () => noise(i) }
  })
  return survive('hostile: survives', [...inputs, ...random])
}

/** A megabyte that a linear congruence makes up: from any byte to few different ones. */
function noise(seed: number): Uint8Array {
  let state = seed + 1
  return Uint8Array.from({ length: LONG / 2 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 24) >> (seed % 4)
  })
}

async function survive(family: string, inputs: Input[]): Promise<FamilyResult> {
  const misses: string[] = []
  let reader = new Reader()
  for (const { file, bytes } of inputs) {
    const why = await reader.read(bytes())
    if (why === null) continue
    misses.push(`${file}: ${why}`)
    reader.stop()
    reader = new Reader()
  }
  reader.stop()
  return { family, passed: inputs.length - misses.length, total: inputs.length, misses }
}

class Reader {
  private readonly child = fork(new URL('../read.child.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  private settle: (why: string | null) => void = () => undefined

  constructor() {
    this.child.on('message', (answer: { why: string | null }) => this.settle(answer.why))
    this.child.on('exit', () => this.settle(`ended, perhaps for want of ${MEGABYTES} MB`))
  }

  /** Null where the file was read to its end. */
  read(bytes: Uint8Array): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(`not read within ${SECONDS} s`), SECONDS * 1000)
      this.settle = (why) => {
        clearTimeout(timer)
        resolve(why)
      }
      this.child.send(bytes)
    })
  }

  stop(): void {
    this.child.kill('SIGKILL')
  }
}
