import { expect, test } from 'vitest'
import { sourceFiles } from './files.ts'

const upload: Parameters<typeof sourceFiles>[0][number] = {
  ...{ id: 'a', name: 'zones.csv', by: 'local', sha256: '00' },
  kind: 'data',
  status: 'committed',
  counts: { rows: 60 },
  committedAt: '2024-05-01T00:00:00Z',
}

test('a ledger gives a ranking no number, and is none of its files', () => {
  const files = sourceFiles([
    upload,
    { ...upload, id: 'b', kind: 'ledger' },
    { ...upload, id: 'c', status: 'withdrawn' },
    { ...upload, id: 'd', status: 'ready' },
  ])
  const { id, name, committedAt, by, sha256 } = upload
  expect(files).toEqual([{ id, name, rows: 60, committedAt, by, sha256 }])
})
