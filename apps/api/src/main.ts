import { readConfig } from './config.ts'
import { misfit } from './database/fit.ts'
import { StartError } from './listening.ts'
import { startServer, type Running } from './server.ts'
import { PROTOCOL } from './web.ts'

/** The only file that reads the environment, starts and stops the process. */

function fail(sentence: string): never {
  console.error(`permu: ${sentence}`)
  process.exit(1)
}

// The dashboard would believe that it is always reached by https.
process.env['PROTOCOL_HEADER'] = PROTOCOL

const config = readConfig(process.env)
if ('error' in config) fail(`a setting is wrong: ${config.error}`)
const unfit = misfit(config)
if (unfit !== null) fail(unfit)

async function start(): Promise<Running> {
  try {
    return await startServer(config as Exclude<typeof config, { error: string }>, (url) =>
      console.log(`permu 亩均 has an administrator and is ready: ${url}`),
    )
  } catch (error) {
    if (error instanceof StartError) return fail(error.message)
    throw error
  }
}

const running = await start()

// What fails for one, such as a damaged block, must not end the process for everybody.
process.on('unhandledRejection', (error) => {
  running.log.error({ err: error }, 'a failure that nobody waited for')
})

if (running.metrics !== null) console.log(`permu 亩均 figures: ${running.metrics}`)
if (running.setup === null) console.log(`permu 亩均 is ready: ${running.url}`)
else {
  console.log(
    [
      `permu 亩均 has no administrator yet, so only this machine can reach it: ${running.url}`,
      `make one at ${running.setup}`,
      'or by “npm run admin -- create”; then it opens to the network by itself.',
    ].join('\n'),
  )
}

// A terminal may send one Ctrl-C twice: to the group, and through the script that started this.
const SAME_SIGNAL = 1000

let stoppingSince: number | null = null
async function stop() {
  if (stoppingSince !== null) {
    if (performance.now() - stoppingSince > SAME_SIGNAL) process.exit(1)
    return
  }
  stoppingSince = performance.now()
  await running.close()
  process.exit(0)
}

process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
