import { type RefObject, useCallback, useEffect, useState } from 'react'
import { usePreferences } from '../state/preferences.ts'

/** How long a page stays, and how long it rests where a person has put it. */
export const TURNING = { everyMs: 15_000, restMs: 60_000 } as const

/** Where one is in what is turned over, counted from 1. */
export interface Page {
  readonly page: number
  readonly pages: number
}

const PAGE_ONE: Page = { page: 1, pages: 1 }

const HANDS = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

const isStill = (): boolean =>
  usePreferences.getState().stillMotion || matchMedia('(prefers-reduced-motion: reduce)').matches

/** Which page of what scrolls is seen, counted from 1. The last one begins where the end is. */
const readPage = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Page => {
  if (clientHeight === 0 || scrollHeight - clientHeight < 2) return PAGE_ONE
  const pages = Math.ceil(scrollHeight / clientHeight)
  const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2
  return { pages, page: isAtEnd ? pages : Math.min(pages, Math.floor(scrollTop / clientHeight) + 1) }
}

/** Where the next page begins: with the first item that is not seen whole, so that none is missed. */
const findNext = (element: HTMLElement): number => {
  const frame = element.getBoundingClientRect()
  const unseen = [...element.querySelectorAll('[data-item]')]
    .map((item) => item.getBoundingClientRect())
    .filter(({ bottom }) => bottom > frame.bottom + 2)
  const first = Math.min(...unseen.map(({ top }) => top)) - frame.top
  // One that is taller than a page is gone through like a page of text.
  const by = Number.isFinite(first) && first > 2 ? first : element.clientHeight
  return element.scrollTop + by
}

/**
 * Turns what does not fit from page to page, and from the last to the first. It rests for a minute after somebody has
 * scrolled or pressed a key, so that one can stay with what is talked about.
 */
export const useTurning = (area: RefObject<HTMLElement | null>): Page & { readonly look: () => void } => {
  const [at, setAt] = useState(PAGE_ONE)
  const look = useCallback(() => {
    if (!area.current) return
    const now = readPage(area.current)
    setAt((before) => (before.page === now.page && before.pages === now.pages ? before : now))
  }, [area])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const turnIn = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(turn, ms)
    }
    const turn = (): void => {
      const element = area.current
      if (element) {
        const { page, pages } = readPage(element)
        const top = page >= pages ? 0 : findNext(element)
        if (pages > 1) element.scrollTo({ top, behavior: isStill() ? 'auto' : 'smooth' })
      }
      turnIn(TURNING.everyMs)
    }
    const rest = (): void => turnIn(TURNING.restMs)
    turnIn(TURNING.everyMs)
    for (const hand of HANDS) addEventListener(hand, rest, { passive: true })
    // It does not bubble, but it is heard on its way down.
    addEventListener('scroll', look, { capture: true, passive: true })
    addEventListener('resize', look)
    return () => {
      clearTimeout(timer)
      for (const hand of HANDS) removeEventListener(hand, rest)
      removeEventListener('scroll', look, { capture: true })
      removeEventListener('resize', look)
    }
  }, [area, look])
  return { ...at, look }
}
