import { useEffect, useState } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useView } from '../sync/room-context.ts'

/** What goes on now and where, as the title of the page; marked when that changed while nobody looked. */
export const PageTitle = ({ moment }: { readonly moment?: string | undefined }) => {
  const { session, step } = useView()
  const isOn = usePreferences(({ signals }) => signals)
  const place = `${session.state} ${step?.id} ${step?.phase}`
  const [seen, setSeen] = useState(place)
  useEffect(() => {
    const look = (): void => {
      if (!document.hidden) setSeen(place)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [place])
  const mark = isOn && seen !== place && document.hidden ? '● ' : ''
  return <title>{`${mark}${moment ? `${moment} · ${session.title}` : `${session.title} · Roundel`}`}</title>
}
