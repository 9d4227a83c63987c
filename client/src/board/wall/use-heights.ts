import type { ItemId } from '@roundel/shared/kernel'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How high notes are as they are drawn, in the wall's units. Gives what is known, and the ref that measures a note. */
export const useHeights = (): readonly [
  ReadonlyMap<ItemId, number>,
  (element: HTMLElement | null) => (() => void) | undefined,
] => {
  const [heights, setHeights] = useState<ReadonlyMap<ItemId, number>>(new Map())
  const observer = useRef<ResizeObserver>(undefined)
  const waiting = useRef(new Set<HTMLElement>())
  useEffect(() => {
    const made = new ResizeObserver((entries) => {
      const changes = entries.flatMap(({ target }) => {
        const { offsetHeight, dataset } = target as HTMLElement
        return offsetHeight > 0 ? [[dataset['note'] as ItemId, offsetHeight] as const] : []
      })
      setHeights((before) =>
        changes.some(([id, height]) => before.get(id) !== height) ? new Map([...before, ...changes]) : before,
      )
    })
    observer.current = made
    for (const element of waiting.current) made.observe(element)
    return () => {
      made.disconnect()
      observer.current = undefined
    }
  }, [])
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    waiting.current.add(element)
    observer.current?.observe(element)
    return () => {
      waiting.current.delete(element)
      observer.current?.unobserve(element)
    }
  }, [])
  return [heights, measure]
}
