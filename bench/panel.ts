/** A generated panel: zones × quarters, three texts and twelve measures, the same for the same seed. */
export function generatePanel(rows: number, zones: number): Uint8Array {
  let state = 20191227
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  const names = ['税收(万元)', '固定资产投资(万元)', '已供工业用地(亩)', '产值(万元)']
  const more = Array.from({ length: 8 }, (_, i) => `指标${String(i + 1)}(万元)`)
  const lines = [['园区', '年份', '季度', ...names, ...more].join(',')]
  const periods = Math.ceil(rows / zones)
  for (let zone = 0; zone < zones; zone++) {
    for (let p = 0; p < periods && lines.length <= rows; p++) {
      const cells = Array.from({ length: 12 }, () => {
        const value = random() * 100_000
        if (value < 1500) return '—'
        return value > 90_000 ? `"${value.toLocaleString('en-US')}"` : value.toFixed(2)
      })
      const year = String(2010 + Math.floor(p / 4))
      lines.push([`园区${String(zone)}`, year, `Q${String((p % 4) + 1)}`, ...cells].join(','))
    }
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
