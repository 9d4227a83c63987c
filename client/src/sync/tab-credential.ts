import { TOKEN_SUBPROTOCOL } from '@roundel/shared/protocol'

/**
 * Where the browser keeps no cookies a seat is proved by a token instead. It lives as long as the tab: in memory, and in
 * the entry of the tab's history, so that a reload does not lose it.
 */
let token: string | undefined

const readEntry = (): string | undefined => {
  const { token: kept } = (history.state ?? {}) as { readonly token?: unknown }
  return typeof kept === 'string' ? kept : undefined
}

/** Whether a seat of this tab is proved by a token. */
const hasToken = (): boolean => (token ??= readEntry()) !== undefined

/** Proves who one is from now on by this token. */
export const proveByToken = (given: string): void => {
  token = given
}

/** Writes the token into the present entry of the tab's history, from where a reload takes it. */
export const keepTokenInTab = (): void => {
  if (hasToken()) history.replaceState({ ...(history.state as object | null), token }, '')
}

/** What a request carries besides its cookie. */
export const bearerHeaders = (): Readonly<Record<string, string>> =>
  hasToken() ? { authorization: `Bearer ${token}` } : {}

/** The subprotocols of a socket, which cannot carry headers. */
export const subprotocols = (...own: readonly string[]): string[] =>
  hasToken() ? [...own, `${TOKEN_SUBPROTOCOL}${token}`] : [...own]
