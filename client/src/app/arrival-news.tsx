import { Suspense } from 'react'
import { canRemember } from '../state/remembering.ts'
import { isInApp } from './in-app.ts'
import { laterPart } from '../i18n/later-part.tsx'

const ArrivalStrip = laterPart(async () => (await import('../detours/arrival-strip.tsx')).ArrivalStrip)

/** A word to those whose browser may forget that they sat down; nothing for everybody else. */
export const ArrivalNews = () => {
  const inApp = isInApp(navigator.userAgent)
  return inApp || !canRemember() ? (
    <Suspense fallback={null}>
      <ArrivalStrip isInApp={inApp} />
    </Suspense>
  ) : null
}
