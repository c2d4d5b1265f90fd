import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { press, type Pressed, type Pressing } from './press.ts'

const CHILD = fileURLToPath(new URL('bare.child.ts', import.meta.url))

/** What the same pressing makes of a bare server that gives the same bytes: the limit of the machine. */
export async function pressBare(pressing: Pressing): Promise<Pressed> {
  const { url, headers = {} } = pressing
  const child = spawn(process.execPath, [CHILD, url, JSON.stringify(headers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const bare = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (said: Buffer) => resolve(said.toString().trim()))
      child.once('exit', () => reject(new Error('the bare server ended')))
    })
    return await press({ ...pressing, url: bare })
  } finally {
    child.kill()
  }
}
