/**
 * Stands in for `lib0/logging`, through which Yjs warns: the original brings a console drawn into the page and a
 * language of schemas along, which nothing here uses.
 */
export const warn = (...parts: readonly unknown[]): void => {
  // oxlint-disable-next-line no-console
  console.warn(...parts.filter((part) => part !== ''))
}

export const print = warn

/** Looks of a text, none of which a plain line has. */
export const BOLD = ''
export const UNBOLD = ''
export const RED = ''
export const ORANGE = ''
