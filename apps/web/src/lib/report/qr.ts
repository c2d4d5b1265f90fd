import { encode } from 'uqr'

/** A QR code as the path of its dark squares, on a square of so many units. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The code of a text with the margin that readers need. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => runs(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`))
  return { size, path: path.join('') }
}

/** Where dark squares follow each other: the first of them, and how many. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  })
  return found
}
