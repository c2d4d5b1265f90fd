import { randomBytes } from 'node:crypto'

/** Whether one connection is all that the engine has. */
export const ALONE = false
import { inject } from 'vitest'
import { connect } from '#connections'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a server where tests may make databases. */
    postgres: string
  }
}

async function atServer(statement: string) {
  const connections = connect(inject('postgres'))
  try {
    await connections.read.execute(statement)
  } finally {
    await connections.close()
  }
}

/** A database for a test: the one of an address, else a new one, at the server. */
export async function databaseFor(known: string | undefined) {
  const name = `permu_test_${randomBytes(6).toString('hex')}`
  const address = known ?? Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href
  if (known === undefined) await atServer(`create database ${name}`)
  const drop = () =>
    atServer(`drop database if exists ${new URL(address).pathname.slice(1)} with (force)`)
  return { address, drop }
}
