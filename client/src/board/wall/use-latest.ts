import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The newest value, for what is called back later: after the drawing in which it came. */
export const useLatest = <Value>(value: Value): Readonly<RefObject<Value>> => {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
