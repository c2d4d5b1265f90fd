import { createProbe, createReader, inspect } from '@permu/intake'
import { createByteLanes, createRowKernel } from '@permu/kernel'
import { matchField } from '@permu/metrics'

const HEADER = '园区名称,园区代码,年份,季度,税收收入(万元),工业总产值(万元),从业人员(人)\n'
const ZONES = 200
const QUARTERS = 40

function* rows() {
  for (let zone = 0; zone < ZONES; zone++) {
    for (let at = 0; at < QUARTERS; at++) {
      const size = zone * 977 + at * 13.5
      const place = `第${zone}号园区,Z${zone},${2000 + (at >> 2)}年,Q${(at % 4) + 1}`
      yield `${place},${size.toFixed(2)},"1,${100 + zone}.5",${at % 9 === 0 ? '—' : zone + at}\n`
    }
  }
}

/** Reads a small table that is made up, so that the code is compiled before a file comes. */
export function warmUp() {
  const bytes = new TextEncoder().encode(HEADER + [...rows()].join(''))
  const probe = createProbe({ lanes: createByteLanes })
  probe.push(bytes)
  const plan = inspect(probe.end(), {
    matchField: (label) => {
      const found = matchField(label)
      return found ? { id: found.id, unit: found.unit?.id ?? null } : null
    },
  })
  const sink = { block: () => undefined, problem: () => undefined }
  const reader = createReader(plan, sink, { kernel: createRowKernel })
  reader.push(bytes)
  reader.end()
}
