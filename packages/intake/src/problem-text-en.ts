import { LEDGER_ENGLISH } from './ledger/problem-text.ts'
import type { ProblemCode } from './problem.ts'

export const ENGLISH: Record<ProblemCode, readonly [message: string, hint: string]> = {
  'empty-file': ['The file is empty', 'Check the export and upload it again'],
  'not-a-table': ['This is not a readable table ({text})', 'Save it as CSV in Excel or WPS'],
  'encoding-mixed': [
    "Bytes do not fit the file's encoding: “{text}”",
    'The file may be pasted together from several encodings; save it in one',
  ],
  'encoding-unsupported': [
    'The text is encoded as {text}, which is not read',
    'Save it as UTF-8 and upload it again',
  ],
  'encoding-preferred': [
    'Read as GB18030: the bytes are valid UTF-8 too, but only as foreign letters',
    'If the text looks wrong, choose the encoding yourself',
  ],
  'truncated-file': [
    'The end of the file is incomplete',
    'It may have been cut off; check the last row',
  ],
  'nul-byte': ['The file holds NUL bytes', 'They are ignored; check the program that exported it'],
  'unclosed-quote': [
    'A quote opened in row {row} is never closed',
    'It is read as a plain character; close or remove it',
  ],
  'stray-quote': ['There is text after a closing quote', 'Check the quotes of this cell'],
  'row-too-long': [
    'Row {row} is longer than 2 MB; reading stopped there',
    'Look for a missing line end or quote',
  ],
  'too-many-columns': [
    'The table has {columns} columns; those beyond 1000 are not read',
    'Split the file',
  ],
  'too-many-rows': [
    'The file has {rows} rows; at most {most} are taken, and nothing of it was read in',
    'Split the file, or have the administrator raise PERMU_MAX_ROWS',
  ],
  'single-column': ['Only one column was found', 'Check the delimiter or choose it yourself'],
  'no-header': [
    'No header was found',
    'Say which row is the header, or add column names in the first row',
  ],
  'no-rows': ['There are no rows under the header', 'Check the file'],
  'no-zone-column': ['No column names the zones', 'Choose the column with the names of zones'],
  'no-value-column': ['No column holds values', 'Choose the columns with values'],
  'zone-missing': ['This row names no zone', 'Add the name; undo merged cells and fill them first'],
  'zone-from-name': [
    'No column names a zone; the file name “{text}” is used',
    'Name the zone if this is wrong',
  ],
  'zone-filled-down': [
    '{count} rows without a name belong to the zone named above them',
    'Their periods follow those of the zone above; fill the merged cells if this is wrong',
  ],
  'zone-near': [
    '“{name}” is new and close to the known zone “{zone}”',
    'Say whether the two are the same zone',
  ],
  'zone-name-conflict': [
    '“{name}” has the code of the known zone “{zone}”',
    'Say whether the zone was renamed or the code is wrong',
  ],
  'zone-twice': [
    '“{name}” is the zone “{zone}”, which row {first} names too',
    'Where both have a value only one counts; keep one of the names',
  ],
  'period-missing': [
    'The file does not say which period it is about',
    'Choose a period, such as 2023',
  ],
  'period-unparsed': ['“{text}” is not a known period', 'Write 2023, 2023Q1, 2023H1 or 2023-03'],
  'period-from-name': [
    'The period {period} was taken from the file name',
    'Choose another if it is wrong',
  ],
  'period-from-title': [
    'The period {period} was taken from the title “{text}”',
    'Choose another if it is wrong',
  ],
  'period-from-date': [
    'Dates such as “{text}” are read as periods: {period}',
    'Choose the period yourself if a date means something else',
  ],
  'period-cumulative': [
    '“{text}” is cumulative and stored as {period}',
    'Cumulative figures are never summed again',
  ],
  'period-empty': [
    '{period} has no value at all',
    'The newest empty periods count as not yet published, never as zero',
  ],
  'field-missing': ['Nothing says which quantity the values are', 'Name the quantity'],
  'field-from-name': [
    'The quantity is not named; the file name “{text}” is used',
    'Choose the quantity if this is wrong',
  ],
  'duplicate-label': [
    'The label “{header}” also stands in column {first}',
    'Give the columns different names',
  ],
  'duplicate-field': [
    '“{header}” is the same field as column {first} and became a field of its own',
    'Check how the two differ',
  ],
  'duplicate-row': ['The same as row {first}, with the same values', 'It is counted once'],
  'duplicate-observation': [
    'The same zone, period and field as row {first}, with another value: {text}',
    'The first value is kept; remove one of the rows',
  ],
  'unit-missing': [
    '“{header}” has no unit',
    'Choose the unit; it is never guessed from the numbers',
  ],
  'unit-unknown': [
    '“{text}” is not a known unit',
    'Use a common form, such as 万元, ha or 万元/亩, or choose it yourself',
  ],
  'unit-conflict': [
    'The units contradict each other: {stated} / {other}',
    'Choose the right one; until then there is none',
  ],
  'unit-field-mismatch': [
    'The unit {unit} does not fit {field} ({expected}); it became a field of its own',
    'Check the label or the unit',
  ],
  'unit-not-applied': [
    'The unit above the table does not fit “{header}”',
    'Choose the unit of this column',
  ],
  'missing-cell': [
    'This row has {cells} cells instead of {expected}',
    'Absent cells count as not reported',
  ],
  'extra-cell': [
    'This row has cells beyond the last column: “{text}”',
    'They are not read; check delimiter and quotes',
  ],
  'not-a-number': [
    '“{text}” is not a number',
    'Write digits, with “.” for decimals and “,” for thousands',
  ],
  'number-overflow': ['“{text}” is beyond what a number can be', 'Check the value'],
  'ambiguous-number': [
    '“{text}” can be read in two ways, for the unit of the column has a scale too',
    'Write the number in the unit of the column',
  ],
  'percent-mismatch': [
    '“{text}” is a percentage, and the column is not',
    'Write the column in one way',
  ],
  'bare-percent': [
    '“{text}” is a percent sign without a number',
    'It counts as not reported, never as zero',
  ],
  'cell-unit': ['“{text}” has a unit of its own and was converted', 'Check the result'],
  'excel-error-value': ['“{text}” is an error of Excel', 'Mend the formula and export again'],
  'formula-cell': [
    '“{text}” is a formula, not its result',
    'Save the sheet with results as values and upload it again',
  ],
  'formula-result': [
    '{count} numbers are results of formulas',
    'They are read as last calculated; make sure that the workbook was recalculated',
  ],
  'bracket-negative': [
    '“{text}” in brackets is read as a negative number',
    'Write a minus sign if this is meant; remove the brackets if not',
  ],
  'negative-value': [
    '{text} is negative, and “{header}” cannot be',
    'Check the value; it is stored as it stands',
  ],
  'null-token': [
    '“{text}” counts as missing, here and in every cell that says the same',
    'Write the number if there is one',
  ],
  'fullwidth-normalised': [
    'Full-width digits such as “{text}” are read as plain ones',
    'Nothing to do',
  ],
  'merged-value': [
    'The number “{text}” is merged over {range} and counts for the first cell only',
    'Unmerge the cells and give each its own number',
  ],
  'scale-suspect': [
    '{text} is about {factor} times what is expected of “{field}” here ({expected})',
    'Check the unit of this value: 元, 万元 or 亿元',
  ],
  'scale-change': [
    '{text} is about {factor} times the stored value of “{field}” ({expected})',
    'Check the unit before the value replaces the stored one',
  ],
  'basis-change': [
    'Of “{field}” in {period}, the stored figures or those of this file count from January, and the others do not',
    'Committing replaces the stored ones; choose another field, or make sure that they count alike',
  ],
  'series-break': [
    '“{field}” changes about {factor}-fold from {from} to {period} in most zones',
    'Check whether unit or method of counting changed; such periods are not comparable',
  ],
  ...LEDGER_ENGLISH,
  'correction-unused': [
    'The correction of row {row}, column {column} changes nothing: there is no such row',
    'Remove the correction, or name the right row',
  ],
  'sheet-chosen': [
    'The sheet “{sheet}” was read, of {sheets}',
    'Choose another sheet if it is not the one you mean',
  ],
  'total-row': ['“{text}” is a row of totals, not a zone', 'It is only used for checking'],
  'total-as-zone': [
    '“{text}” names a total, and the file holds nothing else; it is kept as a zone',
    'Name the parts if they are meant',
  ],
  'total-mismatch': [
    '“{header}” is given as {total} in total, and the rows sum to {sum}',
    'Check the total or look for missing rows',
  ],
  'footer-row': ['A note below the table was not read: “{text}”', 'Nothing to do'],
  'repeated-header': ['A repeated header was skipped', 'Nothing to do'],
  cancelled: ['Reading was cancelled', 'Upload the file again to read it'],
  'too-many-problems': [
    '“{text}” occurs {count} times; the first ten thousand are listed',
    'Mend this kind first',
  ],
}
