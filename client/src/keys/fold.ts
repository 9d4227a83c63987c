/** Letters that two keyboards write differently, and that nobody would want to tell apart when searching. */
const ALIKE: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ł: 'l', ø: 'o', ı: 'i' }

/** A text as it is compared: without case, accents, half-spaces and signs, whatever keyboard wrote it. */
export const fold = (text: string): string =>
  Array.from(text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(), (letter) => ALIKE[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
