const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

const HOLDS_ISOLATES = /[\u2066-\u2068]/

/** The direction of the first letter. Asked where a text is made of isolates, into which the platform does not look. */
const openerOf = (text: string): string => {
  if (!HOLDS_ISOLATES.test(text)) return '\u2068'
  const [first = ''] = /\p{L}/u.exec(text) ?? []
  return RIGHT_TO_LEFT.test(first) ? '\u2067' : '\u2066'
}

const OPENS = /[\u2066-\u2068]/g
const CLOSES = /\u2069/g

/** Whether a text is one isolate already, from its first sign to its last. */
const isIsolated = (text: string): boolean => {
  if (!/^[\u2066-\u2068].*\u2069$/s.test(text)) return false
  const opened = [...text.matchAll(OPENS)].map(({ index }) => index)
  const closed = [...text.matchAll(CLOSES)].map(({ index }) => index)
  // Before the last one closes, more were always opened than closed.
  return closed.slice(0, -1).every((index, at) => opened.filter((open) => open < index).length > at + 1)
}

/**
 * A foreign text for use inside a sentence: wrapped in invisible isolates (Unicode TR9: FSI, or RLI and LRI, and PDI)
 * where its letters could otherwise reorder the words around it.
 */
export const isolate = (text: string, sentence: 'ltr' | 'rtl'): string =>
  !isIsolated(text) && (sentence === 'rtl' || RIGHT_TO_LEFT.test(text)) ? `${openerOf(text)}${text}\u2069` : text

/** A text of the person's own language that is made of isolated ones: it goes that language's way, whatever its first letter. */
export const isolateAs = (direction: 'ltr' | 'rtl', text: string): string =>
  HOLDS_ISOLATES.test(text) ? `${direction === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069` : text
