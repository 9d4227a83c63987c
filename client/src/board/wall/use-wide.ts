import { useSyncExternalStore } from 'react'

/** From this width on the room is a wall; below it is a list. The style sheets turn there too. */
const WIDE = '(width > 1000px)'

const subscribe = (onChange: () => void): (() => void) => {
  const media = matchMedia(WIDE)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** Whether the window is wide enough for a wall. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
