import type { Atom } from './atom.ts'
import { CURRENCIES } from './money.ts'
import { ENERGIES, MASSES } from './matter.ts'
import { COUNTS, DAYS, MONTHS, NUMBERS, PEOPLE } from './number.ts'
import { AREAS, LENGTHS } from './space.ts'

export const ATOMS: readonly Atom[] = [
  ...AREAS,
  ...LENGTHS,
  ...MASSES,
  ...ENERGIES,
  ...NUMBERS,
  ...PEOPLE,
  ...COUNTS,
  ...MONTHS,
  ...DAYS,
  ...CURRENCIES,
]

const BY_ID = new Map(ATOMS.map((atom) => [atom.id, atom]))
const BY_NAME = new Map(ATOMS.flatMap((atom) => atom.names.map((name) => [name, atom] as const)))

/** The atom with this id; throws when there is none, which is a programmer's error. */
export function atomById(id: string): Atom {
  const atom = BY_ID.get(id)
  if (!atom) throw new Error(`No unit ${id}`)
  return atom
}

export function atomByName(name: string): Atom | undefined {
  return BY_NAME.get(name)
}

export function isMoney(atom: Atom): boolean {
  return CURRENCIES.includes(atom)
}
