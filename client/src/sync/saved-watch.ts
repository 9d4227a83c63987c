import { type SavedFacts, type SavedState, savedState, timeToNextState } from './saved.ts'

/** Collects what the links of a session report, and says what the indicator shows. */
export interface SavedWatch {
  /** Something was written here on the link's document; `texts` are waiting in all on that link. */
  readonly changed: (link: string, texts: number) => void
  /** The server has everything that was written on the link. */
  readonly confirmed: (link: string) => void
  readonly connected: (link: string) => void
  readonly lost: (link: string) => void
  /** The link is no longer used; whatever it reported is forgotten. */
  readonly forget: (link: string) => void
  readonly state: () => SavedState
  /** Whether nothing is known to be missing from a link's document: it was not lost, or is in step again. */
  readonly isConnected: (link: string) => boolean
  /** Calls back when a link was lost or is in step again. */
  readonly subscribeLinks: (onChange: () => void) => () => void
  /** Resolves once the server has everything that was written before; with false when it takes longer than this. */
  readonly whenSaved: (mostMs: number) => Promise<boolean>
  readonly subscribe: (onChange: () => void) => () => void
  readonly close: () => void
}

const sameState = (one: SavedState, other: SavedState): boolean =>
  one.state === other.state && ('texts' in one ? one.texts : 0) === ('texts' in other ? other.texts : 0)

export const createSavedWatch = (now: () => number = Date.now): SavedWatch => {
  const unsaved = new Map<string, { readonly since: number; readonly texts: number }>()
  const down = new Map<string, number>()
  const listeners = new Set<() => void>()
  const linkListeners = new Set<() => void>()
  const waiting = new Set<(isSaved: boolean) => void>()
  let back: { readonly since: number; readonly texts: number } | undefined
  /** Texts that waited while the person was told that there is no connection; undefined when they were not told. */
  let awaited: number | undefined
  let shown: SavedState = { state: 'saved' }
  let timer: ReturnType<typeof setTimeout> | undefined

  const facts = (): SavedFacts => {
    const texts = [...unsaved.values()].reduce((sum, each) => sum + each.texts, 0)
    const since = [...unsaved.values()].map((each) => each.since)
    return {
      ...(since.length > 0 && { unsavedSince: Math.min(...since) }),
      ...(down.size > 0 && { lostSince: Math.min(...down.values()) }),
      ...(back && { back }),
      texts,
    }
  }

  const notifyLinks = (): void => {
    for (const listener of linkListeners) listener()
  }

  const settle = (): void => {
    if (unsaved.size === 0) for (const answer of waiting) answer(true)
    const next = savedState(facts(), now())
    if (next.state === 'waiting' || next.state === 'lost') awaited = Math.max(awaited ?? 0, next.texts)
    if (awaited !== undefined && down.size === 0 && unsaved.size === 0) {
      back = { since: now(), texts: awaited }
      awaited = undefined
      return settle()
    }
    clearTimeout(timer)
    const wait = timeToNextState(facts(), now())
    if (wait !== undefined) timer = setTimeout(settle, wait)
    if (sameState(next, shown)) return
    shown = next
    for (const listener of listeners) listener()
  }

  return {
    changed: (link, texts) => {
      unsaved.set(link, { since: unsaved.get(link)?.since ?? now(), texts })
      settle()
    },
    confirmed: (link) => {
      if (unsaved.delete(link)) settle()
    },
    connected: (link) => {
      if (!down.delete(link)) return
      settle()
      notifyLinks()
    },
    lost: (link) => {
      if (down.has(link)) return
      down.set(link, now())
      settle()
      notifyLinks()
    },
    forget: (link) => {
      unsaved.delete(link)
      down.delete(link)
      settle()
    },
    state: () => shown,
    isConnected: (link) => !down.has(link),
    whenSaved: (mostMs) =>
      new Promise((resolve) => {
        if (unsaved.size === 0) return resolve(true)
        const answer = (isSaved: boolean): void => {
          clearTimeout(late)
          waiting.delete(answer)
          resolve(isSaved)
        }
        const late = setTimeout(() => answer(false), mostMs)
        waiting.add(answer)
      }),
    subscribeLinks: (onChange) => {
      linkListeners.add(onChange)
      return () => linkListeners.delete(onChange)
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    close: () => clearTimeout(timer),
  }
}
