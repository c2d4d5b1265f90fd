export { CORRELATIONS, correlate, kemenyDistance, type Correlation } from './correlation.ts'
export { kurtosis, mean, sampleDeviation, skewness } from './moments.ts'
export { median, quantile } from './quantile.ts'
export { TIE_RULES, rankValues, type TieRule } from './ranks.ts'
