/** A field as it was sent, without spaces around it; a file is no text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A password as it was typed: its spaces belong to it. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** How long a password must and may be, as the API asks for. */
export const PASSWORD = { min: 12, max: 128 } as const

export type PasswordFault = 'short' | 'long' | 'different'

/** What is wrong with a new password and its repetition; null where nothing is. */
export function passwordFault(password: string, again: string): PasswordFault | null {
  if (password.length < PASSWORD.min) return 'short'
  if (password.length > PASSWORD.max) return 'long'
  return password === again ? null : 'different'
}

/** Whether a text may be an e-mail address; the API decides. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)
