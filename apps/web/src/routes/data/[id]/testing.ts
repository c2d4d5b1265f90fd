import type { FileProblem, Upload, UploadColumn } from '@permu/api/client'

/** Uploads and problems as the API gives them, for tests. */

export const columns: UploadColumn[] = [
  { index: 1, header: '园区', role: 'zone', confidence: 0.95, why: 'zone-word' },
  { index: 2, header: '税收', role: 'value', confidence: 0.9, why: 'known-field', field: 'tax' },
]

export const problemAt = (row: number, column: number | null): FileProblem => ({
  ...{
    code: 'not-a-number',
    severity: 'error',
    row,
    column,
    header: '税收',
    text: '6x',
    byte: null,
  },
  message: { zh: '“6x”不是数字。', en: '“6x” is no number.' },
  hint: { zh: '请改成数字。', en: 'Write a number.' },
})

const COUNTS = { rows: 3, accepted: 2, rejected: 1, cells: 2, added: 2, changed: 0, same: 0 }

export const uploadOf = (rest: Partial<Upload> = {}): Upload => ({
  id: 'u1',
  name: '园区.csv',
  sha256: 'f'.repeat(64),
  bytes: 1000,
  createdAt: '2026-01-05T08:00:00.000Z',
  committedAt: null,
  withdrawnAt: null,
  by: 'local',
  status: 'ready',
  kind: 'data',
  kindWhy: [],
  kindChosen: false,
  sample: null,
  progress: { bytes: 0, rows: 0 },
  file: null,
  reading: {},
  policy: 'skip-cells',
  mapping: null,
  zones: { matched: 2, added: [], near: [], chosen: [] },
  columns,
  rows: [],
  counts: { ...COUNTS, zonesAdded: 1 },
  problems: { errors: 1, warnings: 0, infos: 0, items: [problemAt(3, 2)] },
  ...rest,
})
