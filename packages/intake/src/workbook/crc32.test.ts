import { crc32 as known } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from './crc32.ts'

it('is the checksum of zip, over chunks of any size', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(70), (bytes, at) => {
      const first = crc32(bytes.subarray(0, at), 0)
      expect(crc32(bytes.subarray(at), first)).toBe(known(bytes))
    }),
    { seed: 5 },
  )
})
