import type { Encoding, RefusedEncoding } from './plan.ts'

const ENCODINGS: [RegExp, Encoding][] = [
  [/^utf-?8(-sig)?$/u, 'utf-8'],
  [/^utf-?16(-?le)?$/u, 'utf-16le'],
  [/^utf-?16-?be$/u, 'utf-16be'],
  [/^(gbk|gb2312|gb18030|cp936|ms936|windows-936|ansi)$/u, 'gb18030'],
  [/^(big5|big5-hkscs|cp950)$/u, 'big5'],
  [/^utf-?32(-?le)?$/u, 'utf-32le'],
  [/^utf-?32-?be$/u, 'utf-32be'],
  [/^(shift[_-]?jis|sjis|cp932|ms932)$/u, 'shift_jis'],
  [/^euc-?jp$/u, 'euc-jp'],
  [/^(euc-?kr|cp949|uhc|ks_c_5601-1987)$/u, 'euc-kr'],
  [/^(windows-1252|cp1252|latin-?1|iso-8859-1)$/u, 'windows-1252'],
]

/** The encoding that a person or a label names; null where it is not known. */
export function encodingOf(text: string | undefined): Encoding | null {
  const name = (text ?? '').trim().toLowerCase()
  return ENCODINGS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/** Whether no decoder knows the encoding. */
export function isRefused(encoding: Encoding): encoding is RefusedEncoding {
  return encoding === 'euc-tw' || encoding === 'johab' || encoding === 'unknown-8bit'
}
