import type { Chance } from '../chance.ts'
import { ask, commit, restore, send, withdraw } from '../client.ts'
import { makeFile, type Sent, type Standing } from './ledger.ts'
import type { World } from './world.ts'

/** What is under way when the process is killed. */
export const ACTS = [
  'upload',
  'large',
  'preview',
  'commit',
  'withdraw',
  'restore',
  'backup',
] as const
export type Act = (typeof ACTS)[number]

interface Stage {
  world: World
  url: string
  chance: Chance
}

/** The server answered, and not with what was asked for. */
export class Refused extends Error {
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    super(`answered ${String(status)}: ${JSON.stringify(body).slice(0, 300)}`)
    this.status = status
    this.body = body
  }
}

type Work = () => Promise<{ status: number; body: unknown }>

/** From asking to the answer a file may stand in either place; after it in the new one only. */
async function moving(file: Sent, to: Standing, work: Work) {
  file.may = new Set([...file.may, to])
  const { status, body } = await work()
  if (status !== 200 && status !== 201) throw new Refused(status, body)
  file.may = new Set([to])
}

async function sending(stage: Stage, rows: number, mode: 'commit' | 'preview') {
  const { world, url } = stage
  const file = makeFile(world.files.length + 1, rows)
  world.files.push(file)
  const to = mode === 'commit' ? 'committed' : 'ready'
  await moving(file, to, async () => {
    const answer = await send(url, file.text, { name: file.name, mode })
    file.id = answer.body.id
    return answer
  })
  return file
}

async function one(stage: Stage, at: Standing): Promise<Sent> {
  const { world, chance } = stage
  const found = world.files.filter(({ may, id }) => may.has(at) && may.size === 1 && id !== null)
  if (found.length > 0) return found[chance.below(found.length)] as Sent
  const file = await sending(stage, 2, at === 'ready' ? 'preview' : 'commit')
  const id = file.id ?? ''
  if (at === 'withdrawn') await moving(file, 'withdrawn', () => withdraw(stage.url, id))
  return file
}

async function backUp({ world, url }: Stage) {
  const { status, body } = await ask<{ name?: string }>(`${url}/api/v1/backups`, { method: 'POST' })
  if (status >= 400 && status !== 404) throw new Refused(status, body)
  if (status < 300 && body.name !== undefined) world.backups.add(body.name)
}

const WORK: Record<Act, (stage: Stage, file: Sent | null) => Promise<unknown>> = {
  upload: (stage) => sending(stage, 2 + stage.chance.below(4), 'commit'),
  large: (stage) => sending(stage, 5000, 'commit'),
  preview: (stage) => sending(stage, 3, 'preview'),
  commit: ({ url }, file) => moving(file as Sent, 'committed', () => commit(url, file?.id ?? '')),
  withdraw: ({ url }, file) =>
    moving(file as Sent, 'withdrawn', () => withdraw(url, file?.id ?? '')),
  restore: ({ url }, file) => moving(file as Sent, 'committed', () => restore(url, file?.id ?? '')),
  backup: (stage) => backUp(stage),
}

const NEEDS: Partial<Record<Act, Standing>> = {
  commit: 'ready',
  withdraw: 'committed',
  restore: 'withdrawn',
}

/** Makes an act ready, so that only the act itself is under way when it is begun. */
export async function prepare(act: Act, stage: Stage): Promise<() => Promise<unknown>> {
  const needed = NEEDS[act]
  const file = needed === undefined ? null : await one(stage, needed)
  return () => WORK[act](stage, file)
}
