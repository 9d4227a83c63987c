import { useSyncExternalStore } from 'react'

/** Up to this width things are done one at a time. The style sheets turn there too. */
const PHONE = '(width <= 640px)'

const subscribe = (onChange: () => void): (() => void) => {
  const media = matchMedia(PHONE)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** Whether the window is as narrow as a phone. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches)
