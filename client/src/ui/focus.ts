import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on a page's heading when the page arrives, so that it is read out and Tab goes on from there. */
export const useFocusOnArrival = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return heading
}

/**
 * Puts the focus on a heading when it arrives or `place` changes, but only when it was on something that is gone: whoever
 * is typing or pressing goes on undisturbed.
 */
export const useFocusWhenLost = (place: string): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [place])
  return heading
}
