/** Why a backup was made. */
export const REASONS = ['daily', 'manual', 'migration', 'restore'] as const
export type Reason = (typeof REASONS)[number]

const NAME = /^\d{8}-\d{6}-(?:daily|manual|migration|restore)(?:-\d+)?$/u

/** Whether a text can name a backup: it then is no path to anywhere else. */
export const isBackupName = (text: string) => NAME.test(text)

/** A name that sorts by time (UTC): `20260131-030000-daily`; a second one of that second gets a number. */
export function backupName(at: Date, reason: Reason, isTaken: (name: string) => boolean): string {
  const [day = '', time = ''] = at.toISOString().slice(0, 19).split('T')
  const name = `${day.replaceAll('-', '')}-${time.replaceAll(':', '')}-${reason}`
  if (!isTaken(name)) return name
  let number = 2
  while (isTaken(`${name}-${String(number)}`)) number++
  return `${name}-${String(number)}`
}
