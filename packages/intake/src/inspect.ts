import { markSums, settleBases, slotBasis } from './bases.ts'
import { isSet } from './bytes.ts'
import { correctRecords, replaceRecords } from './corrections.ts'
import { findColumns, type ColumnsFinding } from './columns.ts'
import { SAMPLE_RECORDS, sampleTable, type Sampled } from './dialect.ts'
import { giveFileField } from './file-field.ts'
import { encodingOf, isRefused } from './encoding-names.ts'
import { findHeader, type HeaderFinding } from './header.ts'
import { builtInField } from './lexicon.ts'
import { missingUnits } from './missing-units.ts'
import { filePeriod, fileYear, fileZone, markEmptyPeriods } from './place.ts'
import type { Encoding, InspectOptions, Layout, Plan } from './plan.ts'
import { settlePeriodColumns } from './period-columns.ts'
import { readPreamble, type PreambleFacts } from './preamble.ts'
import type { Probe } from './probe.ts'
import { problem, type Problem } from './problem.ts'
import { createQuantities, createSlots, type MatchField, type Quantities } from './quantities.ts'
import { rowLabels } from './row-labels.ts'
import { dataRecords } from './stats.ts'
import { keepTotals } from './total-zones.ts'

const SAMPLE = 50
const MAX_COLUMNS = 1000

/** Decides how a file is read: dialect, header, layout, the meaning of every column. */
export function inspect(probe: Probe, options: InspectOptions = {}): Plan {
  const encoding = encodingOf(options.encoding) ?? probe.encoding.encoding
  const empty = probe.head.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20)
  if (probe.container !== null || empty || isRefused(encoding)) {
    return unreadable(probe, { encoding, options, empty })
  }
  const sampled = sampleTable(probe, encoding, options.delimiter)
  const person = personsOf(options)
  const records = correctRecords(sampled.records, person.corrections)
  const header = findHeader(records, options.headerRow)
  header.data = replaceRecords(header.data, person)
  const problems = [...byteProblems(probe, encoding), ...shapeProblems(sampled, header)]
  header.labels.splice(MAX_COLUMNS)
  const facts = readPreamble(header.above)
  const { columns: overrides = [], matchField: match = builtInField } = options
  const quantities = createQuantities(match)
  const found = findColumns({
    header,
    data: dataRecords(header.data),
    delimiter: sampled.delimiter,
    tableUnits: facts.units,
    overrides,
    match,
    quantities,
    year: fileYear(facts, options),
  })
  problems.push(...found.problems)
  return assemble({
    probe,
    encoding,
    options,
    sampled,
    header,
    facts,
    found,
    problems,
    quantities,
    match,
  })
}

function shapeProblems({ single }: Sampled, { row, labels }: HeaderFinding): Problem[] {
  const problems: Problem[] = []
  if (single) problems.push(problem('single-column'))
  if (row === 0) problems.push(problem('no-header'))
  if (labels.length > MAX_COLUMNS) {
    problems.push(problem('too-many-columns', { params: { columns: labels.length } }))
  }
  return problems
}

interface Draft {
  probe: Probe
  encoding: Encoding
  options: InspectOptions
  sampled: Sampled
  header: HeaderFinding
  facts: PreambleFacts
  found: ColumnsFinding
  problems: Problem[]
  quantities: Quantities
  match: MatchField
}

function assemble(draft: Draft): Plan {
  const { header, sampled, found, problems, options } = draft
  problems.push(...settlePeriodColumns(found.columns, header.data))
  if (isWhole(draft)) problems.push(...keepTotals(found.columns, header.data))
  const zone = fileZone(draft)
  const period = filePeriod(draft)
  const field = giveFileField(draft)
  markSums(found.columns, period, [
    ...header.above.flat(),
    options.name ?? '',
    options.period ?? '',
  ])
  problems.push(...settleBases(found, period))
  problems.push(...markEmptyPeriods(found.columns, found.stats))
  const data = header.data.filter(({ blank }) => !blank)
  if (!found.columns.some(({ role }) => role === 'value')) problems.push(problem('no-value-column'))
  if (data.length === 0) problems.push(problem('no-rows'))
  const table = createSlots()
  for (const column of found.columns) {
    if (column.field !== undefined)
      table.indexOf(column.field, column.unit, slotBasis(found.columns, column))
  }
  const labels = found.tidy ? rowLabels(draft, table) : []
  const unitless = missingUnits({ ...draft, labels, slots: table.slots })
  problems.push(...draft.quantities.problems, ...unitless)
  return {
    ...basics(draft.probe, draft.encoding, options),
    delimiter: sampled.delimiter,
    ...sampled.quoting,
    headerRow: header.row,
    headerRows: header.rows,
    preamble: header.above.map((cells) => lineOf(cells, sampled.delimiter)),
    sample: data.slice(0, SAMPLE).map(({ cells }) => cells),
    sampleRows: data.slice(0, SAMPLE).map(({ row }) => row),
    layout: layoutOf(found, zone),
    columns: found.columns,
    slots: table.slots,
    labels,
    period,
    zone,
    field,
    ...personsOf(options),
    readable: true,
    problems,
  }
}

function basics(probe: Probe, encoding: Encoding, options: InspectOptions) {
  const bom = probe.encoding.bom && encoding === probe.encoding.encoding
  return {
    version: 1 as const,
    name: options.name ?? null,
    encoding,
    bom,
    quote: '"',
    newline: probe.newline,
  }
}

function unreadable(
  probe: Probe,
  { encoding, options, empty }: { encoding: Encoding; options: InspectOptions; empty: boolean },
): Plan {
  const kind = probe.container
  const foreign = kind === null && isRefused(encoding)
  const found =
    empty && kind === null
      ? problem('empty-file')
      : problem('not-a-table', { text: kind, params: { kind: kind ?? '' } })
  return {
    ...basics(probe, encoding, options),
    delimiter: ',',
    headerRow: 0,
    headerRows: 0,
    preamble: [],
    sample: [],
    sampleRows: [],
    layout: 'long',
    columns: [],
    slots: [],
    labels: [],
    period: null,
    zone: null,
    field: null,
    ...personsOf(options),
    readable: false,
    problems: [foreign ? problem('encoding-unsupported', { text: encoding }) : found],
  }
}

/** What a person said of rows and cells, as the plan keeps it. */
function personsOf(options: InspectOptions): Pick<Plan, 'policy' | 'corrections' | 'replacements'> {
  return {
    policy: options.policy ?? 'skip-cells',
    corrections: options.corrections ?? [],
    replacements: options.replacements ?? [],
  }
}

function byteProblems(probe: Probe, encoding: Encoding): Problem[] {
  const problems: Problem[] = []
  const { preferred, damagedAt, cut } = probe.encoding
  if (encoding !== probe.encoding.encoding) return problems
  if (preferred) problems.push(problem('encoding-preferred', { text: encoding }))
  if (damagedAt >= 0) {
    problems.push(
      problem('encoding-mixed', { severity: 'warning', byte: damagedAt, text: encoding }),
    )
  }
  if (cut) problems.push(problem('truncated-file', { byte: probe.bytes }))
  if (probe.hasNul) problems.push(problem('nul-byte'))
  return problems
}

function lineOf(cells: string[], delimiter: string): string {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells
    .slice(0, last + 1)
    .join(delimiter)
    .trim()
}

function isWhole({ probe, sampled }: Draft): boolean {
  return probe.head.length === probe.bytes && sampled.records.length < SAMPLE_RECORDS
}

function layoutOf(found: ColumnsFinding, zone: string | null): Layout {
  if (found.columns.some((column) => isSet(column.zone))) return 'fields-down'
  const dated = found.columns.filter((c) => c.role === 'value' && isSet(c.period))
  if (dated.length === 0) return 'long'
  return found.tidy && zone !== null ? 'fields-down' : 'periods-across'
}
