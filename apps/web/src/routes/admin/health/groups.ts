import type { Health } from '@permu/api/client'
import { formatBytes, formatNumber, formatTime } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { messages as dataMessages, statusText } from '../../data/messages.ts'
import { messages } from './messages.ts'
import { kindText } from './words.ts'

export interface Group {
  readonly title: string
  readonly facts: readonly (readonly [name: string, text: string])[]
}

/** A stretch of time by its two greatest units: 3 天 4 小时. */
export function stretchText(seconds: number, locale: Locale): string {
  const t = messages[locale]
  const whole = Math.floor(seconds)
  const parts = [
    [Math.floor(whole / 86_400), t.days],
    [Math.floor(whole / 3600) % 24, t.hours],
    [Math.floor(whole / 60) % 60, t.minutes],
    [whole % 60, t.seconds],
  ] as const
  const first = parts.findIndex(([n]) => n > 0)
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2)
  return shown
    .filter(([n], i) => i === 0 || n > 0)
    .map(([n, text]) => text(n))
    .join(' ')
}

/** What the server says of itself, by subject, in words. */
export function groupsOf(health: Health, locale: Locale): Group[] {
  return [productOf(health, locale), databaseOf(health, locale), ...loadOf(health, locale)]
}

function productOf(health: Health, locale: Locale): Group {
  const t = messages[locale]
  const { version, commit, uptime, lastBackup, database } = health
  const noBackup = database.engine === 'postgresql' ? t.backupAtServer : t.backupNone
  return {
    title: t.product,
    facts: [
      [t.version, version],
      [t.commit, commit?.slice(0, 12) ?? t.commitNone],
      [t.uptime, stretchText(uptime, locale)],
      [t.backup, lastBackup === null ? noBackup : formatTime(lastBackup, locale)],
    ],
  }
}

function databaseOf({ database, disk }: Health, locale: Locale): Group {
  const t = messages[locale]
  const { engine, schema, size, wal, integrity, checkedAt } = database
  const checked = formatTime(checkedAt, locale)
  return {
    title: t.database,
    facts: [
      [t.engine, engine],
      [t.schema, t.schemaOf(String(schema.done), String(schema.known))],
      [t.size, formatBytes(size, locale)],
      [t.wal, wal === null ? t.walAtServer : formatBytes(wal, locale)],
      [
        t.integrity,
        { ok: t.sound(checked), damaged: t.damaged(checked), unknown: t.unknown }[integrity],
      ],
      [t.free, formatBytes(disk.free, locale)],
      [t.limit, formatBytes(disk.limit, locale)],
    ],
  }
}

function loadOf({ uploads, computing, memory, rates }: Health, locale: Locale): Group[] {
  const t = messages[locale]
  const count = (n: number) => formatNumber(n, locale, 0)
  const heap = t.heapOf(formatBytes(memory.heap, locale), formatBytes(memory.heapLimit, locale))
  return [
    {
      title: t.uploads,
      facts: [
        [t.receiving, count(uploads.receiving)],
        [t.waiting, count(uploads.waiting)],
        [t.reading, count(uploads.reading)],
        ...Object.entries(uploads.byStatus).map(
          ([status, n]) => [statusText(status, dataMessages[locale]), count(n)] as const,
        ),
      ],
    },
    {
      title: t.memory,
      facts: [
        [t.resident, formatBytes(memory.resident, locale)],
        [t.heap, heap],
        [t.running, count(computing.running)],
        [t.queued, count(computing.waiting)],
      ],
    },
    {
      title: t.rates,
      facts: Object.entries(rates).map(([kind, rate]) => [
        kindText(kind, locale),
        rate === null ? t.rateNone : t.rate(count(rate.requests), count(rate.seconds)),
      ]),
    },
  ]
}
