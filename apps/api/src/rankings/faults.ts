import { COMPOSITE_FAULTS, type CompositeFault } from '@permu/metrics'
import { failed, type Fault, type Outcome } from '../problem.ts'
import type { Chosen } from './chosen.ts'
import type { MethodQuery } from './query.ts'

/** The parameters that can be at fault on their own. */
const PARAMETERS: Partial<Record<CompositeFault['error'], keyof MethodQuery>> = {
  'rest-not-one': 'grades',
  'shares-invalid': 'grades',
  'classes-invalid': 'grades',
  'exponent-invalid': 'aggregate',
}
const MOST_CELLS = 20

/** A fault of a method as an answer: what is wrong in both languages, and where the question says so. */
export function methodFault(
  fault: CompositeFault,
  asked: { chosen: Chosen; query: MethodQuery; zoneName: (zone: number) => string },
): Outcome<never> {
  const { zh, en } = COMPOSITE_FAULTS[fault.error]
  const message = `${zh} ${en}`
  const pointer = placeOf(fault, asked)
  const errors: Fault['errors'] =
    'cells' in fault && fault.cells.length > 0
      ? fault.cells.slice(0, MOST_CELLS).map(({ zone, criterion }) => ({
          pointer: asked.chosen.pointers[criterion] ?? asked.chosen.root,
          message: `${asked.zoneName(zone)}: ${message}`,
        }))
      : [{ pointer, message }]
  return failed('invalid', `${pointer}: ${fault.error}. ${message}`, errors)
}

function placeOf(
  fault: CompositeFault,
  { chosen, query }: { chosen: Chosen; query: MethodQuery },
): string {
  if (fault.error === 'no-groups') return '/group'
  const parameter = PARAMETERS[fault.error]
  if (parameter && query[parameter] !== undefined) return `/${parameter}`
  return placeIn(chosen, fault) ?? chosen.root
}

function placeIn({ pointers, branches }: Chosen, fault: CompositeFault): string | undefined {
  if ('node' in fault) return branches.get(fault.node ?? '')
  const at = 'criterion' in fault ? fault.criterion : undefined
  return at === undefined ? undefined : pointers[at]
}
