import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useSaved } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'

/** Says in words when the connection is gone, is back, or will not come back soon. Each is read out once. */
export const SavedStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { live } = useRoom()
  const saved = useSaved()
  const said = useRef(saved.state)
  const texts = 'texts' in saved ? saved.texts : 0
  useEffect(() => {
    if (said.current === saved.state) return
    said.current = saved.state
    if (saved.state === 'waiting') announce(t('saved.waiting'))
    if (saved.state === 'back') announce(t('saved.back', { count: texts }))
    if (saved.state === 'lost') announce(t('saved.lost', { count: texts }), 'assertive')
  })
  switch (saved.state) {
    case 'waiting':
      return <Strip tone="warn">{t('saved.waiting')}</Strip>
    case 'lost':
      return (
        <Strip tone="warn" actions={<StripButton onClick={live.retry}>{t('action.try-now')}</StripButton>}>
          {t('saved.lost', { count: texts })}
        </Strip>
      )
    case 'back':
      return <Strip tone="ok">{t('saved.back', { count: texts })}</Strip>
    case 'saved':
    case 'sending':
    case 'saving':
    case 'slow':
      return null
  }
}
