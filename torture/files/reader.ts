import { fork, type ChildProcess } from 'node:child_process'
import type { Answer } from './read.child.ts'

const SECONDS = 20
const MEGABYTES = 256
const CHILD = new URL('./read.child.ts', import.meta.url)

/** What became of a file: an answer, or how the process ended. */
export type Read = Answer | { died: string }

/** Reads files in a process of little memory, a new one where the last has ended. */
export class Reader {
  private child: ChildProcess | null = null

  private start(): ChildProcess {
    return fork(CHILD, {
      execArgv: [`--max-old-space-size=${String(MEGABYTES)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }

  async read(bytes: Uint8Array): Promise<Read> {
    const child = (this.child ??= this.start())
    const answer = await new Promise<Read>((resolve) => {
      const late = setTimeout(
        () => resolve({ died: `hung for ${String(SECONDS)} s` }),
        SECONDS * 1000,
      )
      const end = (read: Read) => {
        clearTimeout(late)
        child.removeAllListeners()
        resolve(read)
      }
      child.once('message', (message) => end(message as Answer))
      child.once('exit', (code, signal) => end({ died: `ended by ${String(signal ?? code)}` }))
      child.send(bytes)
    })
    if ('died' in answer) this.stop()
    return answer
  }

  stop() {
    this.child?.kill('SIGKILL')
    this.child = null
  }
}
