import { ReadingSetting, type Settings } from '../contract.ts'
import type { Db } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { findSetting, putSetting } from './queries.ts'

const READING = 'reading'

/** What an administrator has set; reading is open until somebody closes it. */
export async function readSettings(db: Db): Promise<Settings> {
  const found = ReadingSetting.safeParse(await findSetting(db, READING))
  return { reading: found.success ? found.data : 'open' }
}

export async function changeSettings({ store, now, actor }: Deps, settings: Settings) {
  const at = now().toISOString()
  await store.write((db) =>
    putSetting(db, { name: READING, value: settings.reading, at, by: actor.id }),
  )
  return settings
}
