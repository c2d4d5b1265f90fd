import { runAuditCommand } from './audit/command.ts'
import { runBackupCommand } from './backup/command.ts'
import { readConfig } from './config.ts'

/** Commands beside the server: `node commands.ts backup list`. Reads the environment as `main.ts` does. */

const [subject, ...args] = process.argv.slice(2)
const config = readConfig(process.env)
if ('error' in config) {
  console.error(`permu: a setting is wrong: ${config.error}`)
  process.exit(1)
}
const run = subject === 'audit' ? runAuditCommand : runBackupCommand
process.exitCode = await run(config, args, console.log)
