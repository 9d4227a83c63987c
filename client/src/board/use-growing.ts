import { startTransition, useEffect, useState } from 'react'

const whenIdle = (act: () => void): (() => void) => {
  if ('requestIdleCallback' in globalThis) {
    const handle = requestIdleCallback(act)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(act)
  return () => clearTimeout(timer)
}

/**
 * How many of a long list to draw: `step` at first, more whenever the device has nothing better to do, in the end all.
 * So the first of them are there at once, and a press is answered in between.
 */
export const useGrowing = (count: number, step: number): number => {
  const [limit, setLimit] = useState(step)
  useEffect(() => {
    if (count === 0 || limit === Infinity) return
    return whenIdle(() => startTransition(() => setLimit(limit >= count ? Infinity : limit + step)))
  }, [count, limit, step])
  return limit
}
