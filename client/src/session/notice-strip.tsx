import { useCallback, useEffect, useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import type { LiveNotice } from '../sync/live.ts'
import { useNotice } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'

const STAYS_MS = 10_000

/** What each passing notice of the server says. One that is not known here is not shown. */
const NOTICES: Readonly<Record<string, MessageKey>> = {
  'seat-opened-elsewhere': 'notice.seat-opened-elsewhere',
  renamed: 'notice.renamed',
  'seats-merged': 'notice.seats-merged',
}

/** A passing word of the server, for ten seconds or until it was read. */
export const NoticeStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const [notice, setNotice] = useState<LiveNotice>()
  const key = notice && NOTICES[notice.code]
  useNotice(useCallback((heard: LiveNotice) => setNotice(heard), []))
  const text = key && t(key, notice.details)
  useEffect(() => {
    if (!text) return
    announce(text)
    const timer = setTimeout(() => setNotice(undefined), STAYS_MS)
    return () => clearTimeout(timer)
  }, [text, announce])
  if (!text) return null
  return (
    <Strip tone="info" actions={<StripButton onClick={() => setNotice(undefined)}>{t('action.close')}</StripButton>}>
      {text}
    </Strip>
  )
}
