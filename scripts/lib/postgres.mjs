import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Throwaway PostgreSQL servers: where `initdb` is found they need nothing else, and nothing remains. */

const DEBIAN = '/usr/lib/postgresql'
const OLDEST = 15

/** Speed before durability, but for what a test says itself. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: 100,
  shared_buffers: '64MB',
  fsync: 'off',
  full_page_writes: 'off',
  log_min_messages: 'error',
}

/** The folder of the server’s programs, the newest first; null where there is none. */
function findPrograms() {
  const known = process.env.PERMU_POSTGRES_BIN
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : []
  const debian = versions
    .filter((version) => version >= OLDEST)
    .sort((a, b) => b - a)
    .map((version) => join(DEBIAN, String(version), 'bin'))
  const paths = (process.env.PATH ?? '').split(':')
  const folders = [...(known === undefined ? [] : [known]), ...debian, ...paths]
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb'))) ?? null
}

const programs = findPrograms()

/** Who may run a server: nobody may do so as root, and Debian has a person for it. */
function findOwner() {
  if (process.platform === 'win32' || process.getuid() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'))
  if (line === undefined) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Whether this machine can run a server. */
export const hasPostgres = () => programs !== null && findOwner() !== null

function execute(program, args, owner) {
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const options = { ...owner, cwd: tmpdir(), env: environment, encoding: 'utf8' }
  // A server that keeps the pipes of the one that started it would never let it end.
  const stdio = program === 'pg_ctl' ? 'ignore' : 'pipe'
  const { status, stderr, error } = spawnSync(join(programs, program), args, { ...options, stdio })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr ?? String(status)}`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Starts a server of its own on a free port of this machine.
 * @param {Record<string, string | number>} settings of `postgresql.conf`, over the ones for tests
 * @returns {Promise<{ url: string, port: number, stop: (how?: 'fast' | 'immediate') => void,
 *   start: () => void, remove: () => void }>}
 */
export async function startPostgres(settings = {}) {
  const owner = findOwner()
  if (programs === null || owner === null) throw new Error('there is no PostgreSQL server here')
  const folder = mkdtempSync(join(tmpdir(), 'permu-postgres-'))
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const how = ['--username=permu', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const port = await freePort()
  const all = { ...SETTINGS, unix_socket_directories: folder, ...settings, port }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${String(value)}`)
  const place = ['--pgdata', data, '--silent', '--wait']
  const start = () => {
    execute(
      'pg_ctl',
      ['start', ...place, '--log', join(folder, 'log'), '-o', options.join(' ')],
      owner,
    )
  }
  const stop = (mode = 'fast') => execute('pg_ctl', ['stop', ...place, '--mode', mode], owner)
  const remove = () => {
    try {
      stop('immediate')
    } catch {
      // It has ended already.
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    execute('initdb', ['--pgdata', data, ...how], owner)
    start()
  } catch (error) {
    remove()
    throw error
  }
  return { url: `postgres://permu@127.0.0.1:${String(port)}/postgres`, port, start, stop, remove }
}
