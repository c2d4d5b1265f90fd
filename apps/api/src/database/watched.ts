import { watch } from '#dialect'
import * as schema from './schema.ts'

/**
 * The tables whose changes the audit log tells. Not those that only a layer fills, whose data version
 * stands for them, nor what the server writes for itself: queues, sessions, times of last use.
 */
export const WATCHED = [
  watch(
    schema.uploads,
    ['id'],
    [
      ...['status', 'plan', 'summary', 'periods', 'counts', 'counted_against'],
      ...['mapping', 'zone_report', 'attempts'],
    ],
  ),
  watch(schema.mappings, ['id', 'version']),
  watch(schema.zoneAliases, ['key']),
  watch(schema.zoneEvents, ['id']),
  watch(schema.views, ['id']),
  watch(schema.supplyRules, ['version']),
  watch(schema.people, ['id'], ['updated_at']),
  watch(schema.credentials, ['id'], ['updated_at']),
  watch(schema.keys, ['id'], ['last_used_at']),
  watch(schema.settings, ['name']),
]

/** Tables whose changes are told by the data version, or are no person's doing. */
export const UNWATCHED = [
  ...[schema.workspaces, schema.changes, schema.zones, schema.fields, schema.uploadZones],
  ...[schema.blocks, schema.problems, schema.projects, schema.projectValues],
  ...[schema.sessions, schema.verifications, schema.audit],
]
