import { spawn } from 'node:child_process'
import { hasPostgres, startPostgres } from './lib/postgres.mjs'
import { environment } from './lib/run.mjs'

/**
 * `node scripts/postgres.mjs COMMAND …`: runs a command beside a throwaway server whose address stands in
 * PERMU_TEST_POSTGRES; without it where there is no such server. Its exit code is the command's.
 */

const server = hasPostgres() ? await startPostgres() : null
if (server === null) console.log('permu: there is no PostgreSQL server on this machine.')

const [command = '', ...args] = process.argv.slice(2)
const env = environment(server === null ? {} : { PERMU_TEST_POSTGRES: server.url })
const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

function end(code) {
  server?.remove()
  process.exit(code)
}
child.once('error', (error) => {
  console.error(`permu: ${error.message}`)
  end(127)
})
child.once('exit', (code) => end(code ?? 1))
