import { existsSync, readFileSync } from 'node:fs'

const read = (at: URL) => (existsSync(at) ? readFileSync(at, 'utf8').trim() : null)

/** The commit that a folder stands at; null where it is no repository of its own. */
export function commitOf(folder: URL): string | null {
  const git = new URL('.git/', folder)
  const head = read(new URL('HEAD', git))
  if (head === null) return null
  const name = /^ref: (refs\/[\w./-]+)$/u.exec(head)?.[1]
  if (name === undefined) return head
  const packed = read(new URL('packed-refs', git))?.split('\n') ?? []
  const known = packed.find((line) => line.endsWith(` ${name}`))?.split(' ')[0]
  return read(new URL(name, git)) ?? known ?? null
}
