import { aggregate } from './aggregate.ts'
import type { CompositeMethod } from './method.ts'
import { compositeBy } from './pipeline.ts'
import type { Composite, CompositeFault, CompositeInput } from './result.ts'
import { weightsInUse } from './weigh.ts'

/**
 * A composite index: screen → treat → impute → normalise → weigh → aggregate → rank → grade, as the
 * method says. Zones that cannot be ranked are listed with the reason; a method that does not fit the
 * data comes back as `{ error }`. Throws when columns differ in length. OECD/JRC, Handbook, 2008.
 */
export function composite(
  input: CompositeInput,
  method: CompositeMethod,
): Composite | CompositeFault {
  return compositeBy({ weigh: weightsInUse, aggregate }, input, method)
}
