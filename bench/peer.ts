import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MEASURES, TEXTS, type PanelOptions } from './panel.ts'

/** The unit of the benchmark: the sqlite3 shell, which validates nothing and converts nothing. */

const has = (command: string) => spawnSync(command, ['--version']).status === 0

/** Why the shell cannot be measured; null where it can. */
export function peerMissing(): string | null {
  if (!has('sqlite3')) return 'the sqlite3 shell is not installed'
  return has('iconv') ? null : 'iconv is not installed'
}

const columns = [...TEXTS.map((name) => `"${name}" TEXT`), ...MEASURES.map((m) => `"${m}" REAL`)]

/** How the shell writes: as it comes, or so that others can read meanwhile, checkpoint included. */
const SETTINGS = { plain: '', wal: 'PRAGMA journal_mode=WAL;\nPRAGMA synchronous=NORMAL;\n' }

interface Import {
  path: string
  encoding: PanelOptions['encoding']
  journal: keyof typeof SETTINGS
}

/** Seconds of `.import` into a bare typed table of a new database; GB18030 comes through iconv. */
export function importByShell({ path, encoding, journal }: Import): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'permu-peer-'))
  const began = performance.now()
  const shell = spawn('sqlite3', [join(folder, 'peer.db')], { stdio: ['pipe', 'ignore', 'ignore'] })
  const source = encoding === 'utf-8' ? path : `"|iconv -f GB18030 -t UTF-8 '${path}'"`
  shell.stdin.end(
    `${SETTINGS[journal]}CREATE TABLE t(${columns.join(', ')});\n` +
      `.mode csv\n.import --skip 1 ${source} t\n`,
  )
  return new Promise((resolve, reject) => {
    shell.once('error', reject)
    shell.once('exit', () => {
      const seconds = (performance.now() - began) / 1000
      rmSync(folder, { recursive: true, force: true })
      resolve(seconds)
    })
  })
}
