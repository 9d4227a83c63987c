import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useViewPart } from '../sync/room-context.ts'
import { useAnnounceOnce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { useMakers } from './makers.ts'

/** Tells those who make the groups in a large room that they do, and when others do so in their place. */
export const NamedStrip = () => {
  const t = useText()
  const makers = useMakers()
  const epoch = useViewPart('step')?.epoch
  const isMe = makers?.isMe ?? false
  const [before, setBefore] = useState({ epoch, isMe, wasMe: false, isRead: false })
  if (before.epoch !== epoch || before.isMe !== isMe) {
    setBefore({ epoch, isMe, wasMe: before.epoch === epoch && (before.wasMe || before.isMe), isRead: false })
  }
  const isOut = !isMe && before.wasMe
  const said = makers && isMe ? t('crowd.you-make', { others: makers.others, names: makers.otherNames }) : undefined
  const sentence = said ?? (isOut ? t('crowd.not-you') : undefined)
  // What is read out is that one's part has changed, not that somebody else's has.
  const part = isMe ? 'maker' : isOut ? 'placer' : undefined
  useAnnounceOnce(part && sentence && `${part} ${epoch}`, sentence ?? '')
  if (!sentence || before.isRead) return null
  return (
    <Strip
      tone={isMe ? 'accent' : 'info'}
      actions={<StripButton onClick={() => setBefore({ ...before, isRead: true })}>{t('action.close')}</StripButton>}
    >
      {sentence}
    </Strip>
  )
}
