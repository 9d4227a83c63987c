import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { type Box, isOverlapping } from './geometry.ts'

/** Up to this many notes all are drawn. */
const FEW = 300
/** The view is looked at in steps of this size, and so much around it is drawn too. In the wall's units. */
const CELL = 400

/** What is drawn before the view is known. */
const FIRST: Box = { x: 0, y: 0, width: 4 * CELL, height: 3 * CELL }

/** Whether a box is near enough to the view to be drawn, and what to call when the view has moved. */
export const useCulling = (scroller: RefObject<HTMLElement | null>, scale: number, count: number) => {
  const [view, setView] = useState<Box>(FIRST)
  const look = useCallback(() => {
    const element = scroller.current
    if (!element || count <= FEW) return
    const x = Math.floor(element.scrollLeft / scale / CELL) * CELL
    const y = Math.floor(element.scrollTop / scale / CELL) * CELL
    const width = (Math.ceil(element.clientWidth / scale / CELL) + 1) * CELL
    const height = (Math.ceil(element.clientHeight / scale / CELL) + 1) * CELL
    setView((before) =>
      before.x === x && before.y === y && before.width === width && before.height === height
        ? before
        : { x, y, width, height },
    )
  }, [scroller, scale, count])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, look])
  const isNear = (box: Box): boolean => count <= FEW || isOverlapping(box, view, CELL)
  return { isNear, look }
}
