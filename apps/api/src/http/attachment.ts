/** Characters that no system takes in a file name, and those that show a name as another one. */
const UNFIT = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu
const LONGEST = 200

/** A name under which any system saves a file: no path, nothing hidden, not too long. */
export function fileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(UNFIT, '_')
    .replace(/^[.\s]+/u, '_')
  const characters = [...plain]
  if (characters.length <= LONGEST) return plain
  // The ending says what the file is.
  const ending = /\.[\w.]{1,20}$/u.exec(plain)?.[0] ?? ''
  return characters.slice(0, LONGEST - ending.length).join('') + ending
}

// What `encodeURIComponent` leaves, though RFC 8187 does not allow it.
const LEFT = /['()*!]/gu
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(LEFT, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/** A download whose name may hold any character (RFC 6266). */
export function attachment(name: string): string {
  const safe = fileName(name)
  const plain = safe.replaceAll(/[^\w.-]/gu, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`
}
