const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/**
 * A foreign text for use inside a sentence: wrapped in invisible isolates (Unicode TR9, FSI and PDI) where its letters
 * could otherwise reorder the words around it.
 */
export const isolate = (text: string, sentence: 'ltr' | 'rtl'): string =>
  sentence === 'rtl' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
