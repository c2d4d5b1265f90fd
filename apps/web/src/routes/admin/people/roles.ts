import type { PersonRole } from '@permu/api/client'
import { textOf } from '#lib/account/form.ts'

/** The roles from the smallest to the greatest. */
export const ROLES: readonly PersonRole[] = ['viewer', 'uploader', 'editor', 'administrator']

export const isRole = (text: string): text is PersonRole => ROLES.some((role) => role === text)

/** The zones that a form gives: null is all of them; only an uploader has own ones. */
export function zonesOf(form: FormData, role: PersonRole): string[] | null {
  if (role !== 'uploader' || textOf(form, 'scope') !== 'own') return null
  return [...new Set(form.getAll('zone').filter((id): id is string => typeof id === 'string'))]
}
