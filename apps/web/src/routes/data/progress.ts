import type { Upload } from '@permu/api/client'

/** How far a reading was at a moment, in milliseconds and bytes. */
export interface Moment {
  readonly at: number
  readonly bytes: number
}

const WINDOW = 8
const SHORTEST = 400

/** The newest moments with one more; a reading that starts again starts afresh. */
export function remember(moments: readonly Moment[], moment: Moment): Moment[] {
  const last = moments.at(-1)
  if (last && moment.bytes < last.bytes) return [moment]
  if (last?.bytes === moment.bytes) return [...moments]
  return [...moments, moment].slice(-WINDOW)
}

/** Whole seconds until all bytes are read at the speed of the last moments; null while unknown. */
export function secondsLeft(moments: readonly Moment[], total: number): number | null {
  const [first, last] = [moments.at(0), moments.at(-1)]
  if (!first || !last || last.at - first.at < SHORTEST) return null
  const speed = (last.bytes - first.bytes) / (last.at - first.at)
  if (speed <= 0) return null
  return Math.max(0, Math.ceil((total - last.bytes) / speed / 1000))
}

/** The share of the file that is read, 0 to 1; null before the first byte. */
export function shareRead({ progress, bytes }: Pick<Upload, 'progress' | 'bytes'>): number | null {
  return progress.bytes > 0 && bytes > 0 ? Math.min(1, progress.bytes / bytes) : null
}

/** Seconds as `12 s` or `2 min 5 s`, in the words given. */
export function durationText(
  seconds: number,
  words: {
    readonly seconds: (s: number) => string
    readonly minutes: (m: number, s: number) => string
  },
): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? words.seconds(seconds) : words.minutes(minutes, seconds % 60)
}
