import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * Lets a pointer drag the rows of a list up and down: whenever the pointer passes the middle of a neighbour, the row moves
 * there. `onMove` moves it in the data; the list is drawn anew in between, so nothing here keeps places. `onDrop` hears the place at
 * the end, where moves are only shown on the way.
 */
export const useReorder = (
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
  onDrop?: (at: number) => void,
): {
  readonly dragged: number | undefined
  readonly grab: (index: number, event: PointerEvent<HTMLElement>) => void
} => {
  const [dragged, setDragged] = useState<number>()
  // A drag outlives many drawings of the list, and each knows an order of its own.
  const latest = useRef({ onMove, onDrop })
  useLayoutEffect(() => {
    latest.current = { onMove, onDrop }
  })

  const grab = (index: number, event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return
    event.preventDefault()
    let at = index
    setDragged(index)
    const move = ({ clientY }: globalThis.PointerEvent): void => {
      const rows = [...(list.current?.children ?? [])]
      const to = rows.findIndex((row, place) => {
        const { top, height } = row.getBoundingClientRect()
        return place < at ? clientY < top + height / 2 : place > at && clientY > top + height / 2
      })
      if (to < 0) return
      latest.current.onMove(at, to)
      at = to
      setDragged(to)
    }
    const drop = (): void => {
      setDragged(undefined)
      if (at !== index) latest.current.onDrop?.(at)
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', drop)
      removeEventListener('pointercancel', drop)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop)
    addEventListener('pointercancel', drop)
  }
  return { dragged, grab }
}
