/** A seeded source of numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Kinds of data that are hard on a solver, each in its own way. */
export const HARD_KINDS = [
  'plain',
  'degenerate',
  'bad-units',
  'bad-sizes',
  'duplicates',
  'zeros',
  'proportional',
  'close',
] as const

export interface Zones {
  readonly x: readonly number[][]
  readonly y: readonly number[][]
}

type Random = () => number
type Figure = (random: Random) => number

const FIGURES: Readonly<Record<(typeof HARD_KINDS)[number], Figure>> = {
  plain: (random) => 1 + 9 * random(),
  degenerate: (random) => 1 + Math.floor(4 * random()),
  'bad-units': (random) => 1 + 9 * random(),
  'bad-sizes': (random) => 1 + 9 * random(),
  duplicates: (random) => 1 + Math.floor(30 * random()),
  zeros: (random) => (random() < 0.35 ? 0 : 1 + Math.floor(20 * random())),
  proportional: (random) => 1 + Math.floor(3 * random()),
  close: (random) => 1 + 1e-4 * random(),
}

/** Zones with inputs x and outputs y; none has nothing but 0 on one side. */
export function hardZones(kind: (typeof HARD_KINDS)[number], seed: number): Zones {
  const random = randomFrom(seed)
  const count = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const [inputs, outputs, size] = [count(1, 4), count(1, 3), count(6, 18)]
  const row = (length: number) => {
    const values = Array.from({ length }, () => FIGURES[kind](random))
    if (!values.some((value) => value > 0)) values[count(0, length - 1)] = 1
    return values
  }
  const x = Array.from({ length: size }, () => row(inputs))
  const y = Array.from({ length: size }, () => row(outputs))
  if (kind === 'bad-units')
    rescale(
      [x, y],
      () => 1,
      () => 10 ** count(-6, 6),
    )
  if (kind === 'bad-sizes')
    rescale(
      [x, y],
      () => 10 ** count(-3, 3),
      () => 1,
    )
  if (kind === 'proportional')
    rescale(
      [x, y],
      () => count(1, 5),
      () => 1,
    )
  if (kind === 'duplicates') {
    for (let zone = 0; zone < size; zone += 2) {
      x[zone] = [...x[(zone + 1) % size]!]
      y[zone] = [...y[(zone + 1) % size]!]
    }
  }
  return { x, y }
}

function rescale([x, y]: [number[][], number[][]], byZone: () => number, byColumn: () => number) {
  const units = [x[0]!.map(byColumn), y[0]!.map(byColumn)] as const
  x.forEach((inputs, zone) => {
    const size = byZone()
    x[zone] = inputs.map((value, i) => value * size * units[0][i]!)
    y[zone] = y[zone]!.map((value, r) => value * size * units[1][r]!)
  })
}
