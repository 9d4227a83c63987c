import { type RefObject, useEffect, useState } from 'react'

/** So far above and below the view counts as near: a screen or two, so that Tab and a reading voice find it there. */
const AROUND = '1200px 0px'

const calls = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | undefined

// One for all: a list has hundreds of notes.
const observe = (element: Element, call: (isNear: boolean) => void): (() => void) => {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) calls.get(target)?.(isIntersecting)
    },
    { rootMargin: AROUND },
  )
  const watching = observer
  calls.set(element, call)
  watching.observe(element)
  return () => {
    calls.delete(element)
    watching.unobserve(element)
  }
}

/**
 * Whether an element is in view or near it, for what is too costly to have on every note of a long list. Where that cannot
 * be known everything is near. What has the focus stays near.
 */
export const useNear = (element: RefObject<Element | null>): boolean => {
  const [isNear, setIsNear] = useState(() => !('IntersectionObserver' in globalThis))
  useEffect(() => {
    const { current } = element
    if (!current || !('IntersectionObserver' in globalThis)) return
    return observe(current, (near) => setIsNear(near || current.contains(document.activeElement)))
  }, [element])
  return isNear
}
