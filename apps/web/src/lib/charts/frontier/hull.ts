/** A point of two quantities of one zone. */
export interface PlanePoint {
  readonly x: number
  readonly y: number
}

export type Returns = 'constant' | 'variable' | 'non-increasing' | 'non-decreasing'

// Above 0: c lies to the left of the way from a to b.
const turn = (a: PlanePoint, b: PlanePoint, c: PlanePoint) =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

function upperChain(points: readonly PlanePoint[]): PlanePoint[] {
  const chain: PlanePoint[] = []
  for (const point of points.toSorted((a, b) => a.x - b.x || a.y - b.y)) {
    for (;;) {
      const [a, b] = chain.slice(-2)
      if (!a || !b || turn(a, b, point) < 0) break
      chain.pop()
    }
    chain.push(point)
  }
  return chain
}

/**
 * The frontier of one input (x) and one output (y) as a line: a ray under constant returns, else the
 * upper hull, from the least input up and flat after the greatest output; empty of no points.
 */
export function productionLine(points: readonly PlanePoint[], returns: Returns): PlanePoint[] {
  const used = points.filter(({ x, y }) => x > 0 && y >= 0)
  const [first] = used
  if (!first) return []
  const most = Math.max(...used.map(({ x }) => x))
  const best = used.reduce((top, point) => (point.y / point.x > top.y / top.x ? point : top), first)
  const end = { x: most, y: (best.y / best.x) * most }
  const origin = { x: 0, y: 0 }
  if (returns === 'constant') return [origin, end]
  const chain = rising(upperChain(returns === 'non-increasing' ? [origin, ...used] : used))
  const [start = first] = chain
  const foot = start.x > 0 ? [{ x: start.x, y: 0 }] : []
  if (returns === 'non-decreasing') {
    const before = chain.filter(({ x }) => x <= best.x)
    return [...foot, ...before, end]
  }
  const last = chain.at(-1) ?? start
  return [...foot, ...chain, { x: most, y: last.y }]
}

// After the greatest output the hull would fall: more input never gives less.
function rising(chain: readonly PlanePoint[]): PlanePoint[] {
  const top = Math.max(...chain.map(({ y }) => y))
  return chain.slice(0, chain.findIndex(({ y }) => y === top) + 1)
}

/** The frontier of two outputs for each unit of input: from the greatest y over the hull down to the greatest x. */
export function outputLine(points: readonly PlanePoint[]): PlanePoint[] {
  const [first] = points
  if (!first) return []
  const right = points.reduce(
    (far, p) => (p.x > far.x || (p.x === far.x && p.y > far.y) ? p : far),
    first,
  )
  const top = points.reduce(
    (far, p) => (p.y > far.y || (p.y === far.y && p.x > far.x) ? p : far),
    first,
  )
  const chain = upperChain(points.filter(({ x, y }) => x >= top.x && y >= right.y))
  return [{ x: 0, y: top.y }, ...chain, { x: right.x, y: 0 }]
}

/** The frontier of two inputs for each unit of output: the lower left hull. */
export function inputLine(points: readonly PlanePoint[]): PlanePoint[] {
  const [first] = points
  if (!first) return []
  const far = {
    x: Math.max(...points.map(({ x }) => x)),
    y: Math.max(...points.map(({ y }) => y)),
  }
  const left = points.reduce((p, q) => (q.x < p.x || (q.x === p.x && q.y < p.y) ? q : p), first)
  const low = points.reduce((p, q) => (q.y < p.y || (q.y === p.y && q.x < p.x) ? q : p), first)
  const between = points.filter(({ x, y }) => x <= low.x && y <= left.y)
  // Turned upside down the lower hull is an upper one.
  const chain = upperChain(between.map(({ x, y }) => ({ x, y: -y }))).map(({ x, y }) => ({
    x,
    y: -y,
  }))
  return [{ x: left.x, y: far.y }, ...chain, { x: far.x, y: low.y }]
}
