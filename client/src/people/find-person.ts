/** Letters that two keyboards write differently, and nobody would want to tell apart when searching. */
const ALIKE: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ł: 'l', ø: 'o', ı: 'i' }

const fold = (text: string): string =>
  Array.from(
    text
      .normalize('NFKD')
      .replaceAll(/[\p{M}\u200C\u200D]/gu, '')
      .toLowerCase(),
    (letter) => ALIKE[letter] ?? letter,
  ).join('')

/** Whether a name holds what somebody looks for, whatever its accents, capitals and keyboards are. */
export const isNamed = (name: string, wanted: string): boolean => fold(name).includes(fold(wanted.trim()))
