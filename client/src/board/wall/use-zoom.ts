import { LIMITS } from '@roundel/shared/kernel'
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Zoom = 'fit' | 'full'

/** The least of the wall that is fitted into the width, so that a few notes are not drawn like posters. */
const LEAST_UNITS = 1_040
const LARGEST = 1.5
/** A wall that would be drawn smaller than this when fitted is begun at its full size: an overview is asked for. */
const READABLE = 0.7

/** How many pixels one unit takes when so many units are fitted into a width; at most the whole wall is. */
const fitScale = (pixels: number, units: number): number =>
  Math.min(LARGEST, pixels / Math.min(LIMITS.cells.width, Math.max(LEAST_UNITS, units)))

/**
 * How large the wall is drawn. "Fit" shows all that is used across; it is found when there is something to show, and
 * again when the person asks or their window changes, never because somebody else moves a note.
 */
export const useZoom = (scroller: RefObject<HTMLElement | null>, used: number, rim: number, isReady: boolean) => {
  const [chosen, setZoom] = useState<Zoom>()
  const [fitted, setFitted] = useState<number>()
  const [width, setWidth] = useState(0)
  if (isReady && fitted === undefined) setFitted(used)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // Calls back once at the beginning too, before anything is painted.
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const fit = fitScale(Math.max(0, width - rim), fitted ?? used)
  const zoom = chosen ?? (fit < READABLE ? 'full' : 'fit')
  return {
    zoom,
    scale: zoom === 'full' || width === 0 ? 1 : fit,
    choose: (next: Zoom) => {
      setZoom(next)
      setFitted(used)
    },
  }
}
