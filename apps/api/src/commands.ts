import { runAdminCommand } from './accounts/command.ts'
import { runAuditCommand } from './audit/command.ts'
import { runBackupCommand } from './backup/command.ts'
import { runDbCommand } from './database/command.ts'
import { readConfig } from './config.ts'
import { misfit } from './database/fit.ts'

/** Commands beside the server: `node commands.ts backup list`. Reads the environment as `main.ts` does. */

const [subject, ...args] = process.argv.slice(2)
const config = readConfig(process.env)
if ('error' in config) {
  console.error(`permu: a setting is wrong: ${config.error}`)
  process.exit(1)
}
const unfit = misfit(config)
if (unfit !== null) {
  console.error(`permu: ${unfit}`)
  process.exit(1)
}
const COMMANDS: Record<string, typeof runAdminCommand> = {
  admin: runAdminCommand,
  audit: runAuditCommand,
  backup: runBackupCommand,
  db: runDbCommand,
}
const run = COMMANDS[subject ?? ''] ?? runBackupCommand
process.exitCode = await run(config, args, console.log)
