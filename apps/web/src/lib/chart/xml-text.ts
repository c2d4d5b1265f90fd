// Control characters, halves of pairs, and what is no character at all.
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text without the characters that XML cannot hold, lest a whole picture be refused for one of them. */
export const forXml = (text: string): string => text.replaceAll(UNFIT, '\ufffd')
