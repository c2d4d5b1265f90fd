import type { Deps } from '../env.ts'

/** An answer with the name of whoever did it in place of the id that the store keeps. */
export function named<T extends { by: string | null }>(
  { nameOf }: Pick<Deps, 'nameOf'>,
  answer: T,
): T {
  return answer.by === null ? answer : { ...answer, by: nameOf(answer.by) }
}
