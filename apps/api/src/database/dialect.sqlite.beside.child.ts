import Sqlite from 'better-sqlite3'

/** Another program that would begin the log of a database anew; it tells whether somebody kept it from that. */

const [, , path = ''] = process.argv
const connection = new Sqlite(path, { timeout: 0 })
const [found] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
connection.close()
process.stdout.write(found?.busy === 1 ? 'kept' : 'done')
