const LONGEST = 60
// Windows refuses these, and a name is no place for line ends.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]+/gu

/** A file name of some texts that any system takes: `permu-2023-亩均税收.svg`. */
export function fileNameOf(parts: readonly (string | null)[], ending: string): string {
  const texts = parts.map((part) => cleaned(part ?? '')).filter((part) => part !== '')
  return [`permu`, ...texts].join('-') + `.${ending}`
}

function cleaned(text: string): string {
  const plain = text.normalize('NFC').replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/gu, ' ').trim()
  return [...plain]
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^[.\s]+|[.。,，;；:：\s]+$/gu, '')
    .replaceAll(' ', '_')
}
