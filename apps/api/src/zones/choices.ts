import type { Db } from '../database/store.ts'
import { readDirectory } from './directory.ts'

/** Which choices about zones name one that is not there, as pointers into the request. */
export async function findZoneFaults(
  db: Db,
  choices: readonly { zone: string | null }[],
): Promise<{ pointer: string; message: string }[]> {
  if (choices.every(({ zone }) => zone === null)) return []
  const { zones, canonical } = await readDirectory(db)
  return choices.flatMap(({ zone }, i) => {
    if (zone === null || zones.has(canonical(zone))) return []
    return [{ pointer: `/zones/${String(i)}/zone`, message: 'There is no such zone.' }]
  })
}
