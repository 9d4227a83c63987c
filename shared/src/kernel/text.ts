// Control characters but tab and newline, and the invisible marks that reorder or hide neighbouring text.
// Zero-width non-joiner and joiner stay: Persian and emoji need them.
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** A text of one line as it is kept: no control or bidirectional override characters, single spaces, trimmed. */
export const cleanLine = (text: string): string =>
  text.toWellFormed().replaceAll(UNWANTED, '').replaceAll(/\s+/g, ' ').trim()

/** A text of several lines as it is kept: as `cleanLine`, but newlines stay. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '').trim()

/** The first `most` UTF-16 units of a text, and never half a character. */
export const clipText = (text: string, most: number): string => {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}
