/** How much a problem matters: an error costs data, a warning asks for a look, an info explains. */
export type Severity = 'error' | 'warning' | 'info'

/** Every code that a problem can carry, with its usual severity. The list is closed. */
const SEVERITIES = {
  'empty-file': 'error',
  'not-a-table': 'error',
  'encoding-mixed': 'error',
  'encoding-unsupported': 'error',
  'encoding-preferred': 'info',
  'truncated-file': 'warning',
  'nul-byte': 'warning',
  'unclosed-quote': 'error',
  'stray-quote': 'warning',
  'row-too-long': 'error',
  'too-many-columns': 'error',
  'too-many-rows': 'error',
  'single-column': 'warning',
  'no-header': 'warning',
  'no-rows': 'error',
  'no-zone-column': 'error',
  'no-value-column': 'error',
  'zone-missing': 'error',
  'zone-from-name': 'warning',
  'zone-filled-down': 'info',
  'zone-near': 'warning',
  'zone-name-conflict': 'warning',
  'zone-twice': 'warning',
  'period-missing': 'error',
  'period-unparsed': 'error',
  'period-from-name': 'info',
  'period-from-title': 'info',
  'period-from-date': 'info',
  'period-cumulative': 'info',
  'period-empty': 'info',
  'field-missing': 'error',
  'field-from-name': 'warning',
  'duplicate-label': 'warning',
  'duplicate-field': 'warning',
  'duplicate-row': 'info',
  'duplicate-observation': 'error',
  'unit-missing': 'warning',
  'unit-unknown': 'warning',
  'unit-conflict': 'error',
  'unit-field-mismatch': 'warning',
  'unit-not-applied': 'info',
  'missing-cell': 'warning',
  'extra-cell': 'warning',
  'not-a-number': 'error',
  'number-overflow': 'error',
  'ambiguous-number': 'error',
  'percent-mismatch': 'error',
  'bare-percent': 'warning',
  'cell-unit': 'info',
  'excel-error-value': 'error',
  'formula-cell': 'error',
  'formula-result': 'info',
  'bracket-negative': 'info',
  'negative-value': 'warning',
  'null-token': 'info',
  'fullwidth-normalised': 'info',
  'merged-value': 'warning',
  'scale-suspect': 'warning',
  'scale-change': 'warning',
  'basis-change': 'warning',
  'series-break': 'warning',
  'correction-unused': 'warning',
  'read-as-ledger': 'info',
  'no-project-column': 'error',
  'project-missing': 'error',
  'project-twice': 'error',
  'date-unparsed': 'error',
  'ledger-column-twice': 'warning',
  'ledger-unit-mismatch': 'warning',
  'project-part': 'warning',
  'project-figure-repeated': 'warning',
  'project-without-parcel': 'warning',
  'parcel-damaged': 'warning',
  'header-changed': 'error',
  'sheet-chosen': 'info',
  'total-row': 'info',
  'total-as-zone': 'info',
  'total-mismatch': 'warning',
  'footer-row': 'info',
  'repeated-header': 'info',
  cancelled: 'info',
  'too-many-problems': 'warning',
} as const satisfies Record<string, Severity>

/** The closed list of problem codes. */
export type ProblemCode = keyof typeof SEVERITIES

/** The usual severity of a code. */
export function severityOf(code: ProblemCode): Severity {
  return SEVERITIES[code]
}

function isProblemCode(key: string): key is ProblemCode {
  return key in SEVERITIES
}

/** All problem codes, for catalogues and exhaustive checks. */
export const PROBLEM_CODES: readonly ProblemCode[] = Object.keys(SEVERITIES).filter(isProblemCode)

/** Something about a file at a row and column, both counted from 1 as Excel shows them. */
export interface Problem {
  code: ProblemCode
  severity: Severity
  /** File row from 1; null where the whole file or a whole column is meant. */
  row: number | null
  /** File column from 1; null where the whole row or file is meant. */
  column: number | null
  /** Offset of the first byte concerned, where it is known. */
  byte?: number
  header: string | null
  /** What was found, at most 200 characters. */
  text: string | null
  params?: Record<string, string | number>
}

export interface Place {
  row?: number | null
  column?: number | null
  header?: string | null
  text?: string | null
  byte?: number
  severity?: Severity
  params?: Record<string, string | number>
}

const TEXT_LIMIT = 200

export function problem(code: ProblemCode, place: Place = {}): Problem {
  const text = place.text ?? null
  return {
    code,
    severity: place.severity ?? SEVERITIES[code],
    row: place.row ?? null,
    column: place.column ?? null,
    header: place.header ?? null,
    text: text === null ? null : text.slice(0, TEXT_LIMIT),
    ...(place.byte === undefined ? {} : { byte: place.byte }),
    ...(place.params === undefined ? {} : { params: place.params }),
  }
}
