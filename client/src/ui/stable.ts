import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** A list that stays the same value for as long as the same things stand in it, so that nothing is drawn anew for it. */
export const useSameList = <T>(list: readonly T[]): readonly T[] => {
  const [kept, setKept] = useState(list)
  const isSame = kept.length === list.length && kept.every((each, index) => each === list[index])
  if (isSame) return kept
  setKept(list)
  return list
}

/** A function that is one and the same value and does what the latest one does. For handlers, not while drawing. */
export const useLatest = <Args extends readonly unknown[]>(act: (...args: Args) => void): ((...args: Args) => void) => {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
