/** The hour of the local clock after which the backup of a day is due: few people work then. */
const HOUR = 3
/** Files that are being read are waited for until then. */
const PATIENCE = 2 * 3_600_000

/** The last time before `now` at which a backup became due. */
function lastDue(now: Date): Date {
  const due = new Date(now)
  due.setHours(HOUR, 0, 0, 0)
  if (due > now) due.setDate(due.getDate() - 1)
  return due
}

/** When the next one becomes due. */
export function nextDue(now: Date): Date {
  const due = lastDue(now)
  due.setDate(due.getDate() + 1)
  return due
}

/** Whether to make the backup of the day now; `last` is when the newest daily one was made. */
export function isDue(now: Date, last: string | null, isBusy: boolean): boolean {
  const due = lastDue(now)
  if (last !== null && new Date(last) >= due) return false
  return !isBusy || now.getTime() - due.getTime() > PATIENCE
}
