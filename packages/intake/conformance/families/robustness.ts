import { Worker } from 'node:worker_threads'
import { bytesOf, type Cases, type FamilyResult } from '../cases.ts'

const SECONDS = 20
const MEGABYTES = 256

/** Every file of a family is read in a thread of little memory: no throw, no hang, no overflow. */
export async function robustness(cases: Cases, family: string): Promise<FamilyResult> {
  const files = cases.list.filter((found) => found.family === family).map(({ file }) => file)
  const misses: string[] = []
  let reader = new Reader()
  for (const file of files) {
    const why = await reader.read(bytesOf(cases, file))
    if (why === null) continue
    misses.push(`${file}: ${why}`)
    await reader.stop()
    reader = new Reader()
  }
  await reader.stop()
  return { family, passed: files.length - misses.length, total: files.length, misses }
}

class Reader {
  private readonly worker = new Worker(new URL('../read.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  private settle: (why: string | null) => void = () => undefined

  constructor() {
    this.worker.on('message', (why: string | null) => this.settle(why))
    this.worker.on('error', (error) => this.settle(String(error)))
    this.worker.on('exit', () => this.settle('the thread ended'))
  }

  /** Null where the file was read to its end. */
  read(bytes: Uint8Array): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(`not read within ${SECONDS} s`), SECONDS * 1000)
      this.settle = (why) => {
        clearTimeout(timer)
        resolve(why)
      }
      this.worker.postMessage(bytes)
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}
