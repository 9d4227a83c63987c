import { useEffect } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'

/** While nobody leads: offers the clock to whoever may keep it, and says who does. */
export const KeepClockStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me, step, people } = useView()
  const keeper = people.find(({ id }) => id === step?.keeper)
  const isFree = step !== undefined && !step.keeper && me.can['take-clock'] === true
  const sentence = isFree
    ? t('keep-clock.offer')
    : step?.keeper === me.seat
      ? t('keep-clock.you')
      : keeper && t('keep-clock.who', { name: keeper.name })
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [sentence, announce])
  if (!sentence || step?.keeper === me.seat) return null
  return (
    <Strip
      tone="info"
      actions={
        isFree && (
          <StripButton onClick={() => void give({ type: 'take-clock', taken: true })}>
            {t('keep-clock.take')}
          </StripButton>
        )
      }
    >
      {sentence}
    </Strip>
  )
}
