import { composite } from '@permu/metrics'

/** What ranks by any method: a browser loads it when one is chosen that is no weighted mean. */
export const rank = composite
