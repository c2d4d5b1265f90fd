import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sample as Described } from '../contract.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { sampleUploads } from '../uploads/queries.ts'
import { acceptUpload } from '../uploads/accept.ts'
import { withdrawUpload } from '../uploads/withdraw.ts'
import { SAMPLES, type Sample } from './catalogue.ts'

const FOLDER = new URL('../../samples/', import.meta.url)
const WAIT = 120_000

const findSample = (id: string) => SAMPLES.find((sample) => sample.id === id)

export async function describeSamples({ snapshots }: Deps): Promise<Described[]> {
  const { layers } = await snapshots.current()
  const loaded = new Set(layers.map(({ sampleId }) => sampleId))
  return SAMPLES.map(({ id, name, note, kind, source }) => {
    return { id, name, note, kind, source, loaded: loaded.has(id) }
  })
}

async function loadFile(deps: Deps, sample: Sample, file: Sample['files'][number]) {
  const path = fileURLToPath(new URL(file.path, FOLDER))
  const source = { body: createReadStream(path), contentType: 'text/csv', owned: true }
  const accepted = await acceptUpload(deps, source, {
    name: file.name,
    mode: 'commit',
    period: file.period,
    sample: { kind: sample.kind, id: sample.id },
  })
  if (accepted.ok) await deps.intake.settled(accepted.value.row.id, WAIT)
  return accepted
}

/** Puts a sample's files into the data, oldest layer first; loading it twice changes nothing. */
export async function loadSample(deps: Deps, id: string): Promise<Outcome<Described[]>> {
  const sample = findSample(id)
  if (!sample) return failed('not-found', 'There is no such sample.')
  for (const file of sample.files) {
    const loaded = await loadFile(deps, sample, file)
    if (!loaded.ok) return loaded
  }
  return done(await describeSamples(deps))
}

/** Withdraws all of a sample's layers. */
export async function removeSample(deps: Deps, id: string): Promise<Outcome<Described[]>> {
  if (!findSample(id)) return failed('not-found', 'There is no such sample.')
  for (const upload of await sampleUploads(deps.store.read, id)) {
    const withdrawn = await withdrawUpload(deps, upload.id)
    if (!withdrawn.ok) return withdrawn
  }
  return done(await describeSamples(deps))
}
