import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { placeOf } from './backup/folder.ts'
import { makeBackup } from './backup/make.ts'
import type { Config } from './config.ts'
import { DatabaseRefused } from './database/refusal.ts'
import { syncFolder } from './database/seal.ts'
import { openStore, type Store } from './database/store.ts'
import { StartError } from './listening.ts'
import { filesFolder } from './uploads/service.ts'
import { sweepFiles } from './uploads/sweep.ts'

function prepareFolder(path: string) {
  try {
    const made = mkdirSync(path, { recursive: true })
    if (made !== undefined) syncFolder(dirname(made))
    accessSync(path, constants.W_OK)
  } catch {
    throw new StartError(
      `The data folder ${path} cannot be written; set PERMU_DATA to one that can.`,
    )
  }
}

/** The store of the data folder, or one sentence about why it must not be opened. */
export async function openData(config: Config): Promise<Store> {
  prepareFolder(config.data)
  try {
    const store = await openStore(placeOf(config), {
      beforeMigration: () => makeBackup(config, { reason: 'migration', at: new Date() }),
    })
    await sweepFiles(filesFolder({ config }), { isShared: store.sharing !== null })
    return store
  } catch (error) {
    if (error instanceof DatabaseRefused) throw new StartError(error.message)
    throw error
  }
}
