import type { Text } from '../field.ts'

/** One option of a step: its name, and in a sentence what it does and when it misleads. */
export interface MethodOption<Id extends string> {
  readonly id: Id
  readonly name: Text
  readonly note: Text
}

/** An option from its words, Chinese first. */
export function option<Id extends string>(
  id: Id,
  name: [string, string],
  note: [string, string],
): MethodOption<Id> {
  return { id, name: { zh: name[0], en: name[1] }, note: { zh: note[0], en: note[1] } }
}
