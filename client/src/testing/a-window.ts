import { vi } from 'vitest'

/** Has media queries answer for a window of a width in pixels. Undone by `vi.unstubAllGlobals`. */
export const playWidth = (width: number): void => {
  const matches = (query: string): boolean => {
    const [, sign, limit] = /width (>|<=) (\d+)px/.exec(query) ?? []
    return sign === '>' ? width > Number(limit) : width <= Number(limit)
  }
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: matches(query),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
}
