import metrics from '@permu/metrics/package.json' with { type: 'json' }

/** What computed an answer. */
export const LIBRARY = `permu metrics ${metrics.version}`
