import { useEffect } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useView } from '../sync/room-context.ts'

/** Keeps the screen on while the session goes on and the page is seen. Where that cannot be had nothing happens. */
export const useWakeLock = (): void => {
  const isLive = useView().session.state === 'live'
  const isWanted = usePreferences(({ signals }) => signals)
  const isOn = isLive && isWanted && 'wakeLock' in navigator
  useEffect(() => {
    if (!isOn) return undefined
    let lock: WakeLockSentinel | undefined
    let isOver = false
    // Browsers let go of it by themselves when the page is hidden.
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (isOver) await lock.release()
      } catch {
        // Saving power comes first: the screen goes dark as it does elsewhere.
      }
    }
    const again = (): void => void hold()
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', again)
      lock?.release().catch(() => undefined)
    }
  }, [isOn])
}
