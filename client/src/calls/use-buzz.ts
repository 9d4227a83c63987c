import { useEffect, useRef } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useView } from '../sync/room-context.ts'

const BUZZ_MS = 200

/** Buzzes once when the phase changes: a phone lies on the table while people talk. */
export const useBuzz = (): void => {
  const { session, step } = useView()
  const isOn = usePreferences(({ signals }) => signals)
  const place = `${session.state} ${step?.id} ${step?.phase}`
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    // Browsers forbid it, loudly, on a page that nobody has touched yet.
    if (isOn && 'vibrate' in navigator && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(BUZZ_MS)
  }, [place, isOn])
}
