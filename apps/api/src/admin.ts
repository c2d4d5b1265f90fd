import { parseArgs } from 'node:util'
import { runCommand, USAGE, type Told } from './accounts/command.ts'
import { readConfig } from './config.ts'

/** The entry of `npm run admin`: reads the environment and the command line. */

async function run(): Promise<Told> {
  const config = readConfig(process.env)
  if ('error' in config) return { ok: false, lines: [`a setting is wrong: ${config.error}`] }
  const text = { type: 'string' } as const
  try {
    const options = { email: text, name: text, role: text }
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    return await runCommand(config, positionals, values)
  } catch (error) {
    return { ok: false, lines: [error instanceof Error ? error.message : String(error), USAGE] }
  }
}

const { ok, lines } = await run()
for (const line of lines) {
  if (ok) console.log(line)
  else console.error(line)
}
process.exitCode = ok ? 0 : 1
