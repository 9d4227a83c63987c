import { useSyncExternalStore } from 'react'
import { type Route, parseRoute, pathOf } from './route.ts'

type Address = Exclude<Route, { page: 'unknown' }>

const listeners = new Set<() => void>()
let present = parseRoute(location.pathname)

const refresh = (): void => {
  present = parseRoute(location.pathname)
  for (const listener of listeners) listener()
}

/**
 * Takes a secret out of the address at once, before anything is drawn: it must not stay where it is seen, copied or
 * synchronised. It is kept in this tab's history entry, so that a reload does not lose it before the button is pressed.
 */
export const hideSecret = (): void => {
  const secret = location.hash.slice(1)
  if (secret === '' || !['redeem', 'action', 'workspace'].includes(parseRoute(location.pathname).page)) return
  history.replaceState({ secret }, '', location.pathname + location.search)
}

/** The secret that came with the present address, if any. */
export const secretOfAddress = (): string | undefined => {
  const { secret } = (history.state ?? {}) as { readonly secret?: unknown }
  return typeof secret === 'string' ? secret : undefined
}

addEventListener('popstate', () => {
  hideSecret()
  refresh()
})

/** Goes to a page. `replace` when the page before must not be gone back to, such as one whose secret was used. */
export const navigate = (to: Address, how: 'push' | 'replace' = 'push'): void => {
  const path = pathOf(to)
  if (how === 'replace') history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  refresh()
  scrollTo(0, 0)
}

const subscribe = (onChange: () => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** The page that the address asks for. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, () => present)
