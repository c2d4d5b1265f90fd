export { FIELDS } from '@permu/metrics/src/field.ts'
