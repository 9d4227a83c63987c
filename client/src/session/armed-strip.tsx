import type { StepPart } from '@roundel/shared/session'
import { useEffect, useRef } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { useNow, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import styles from './armed-strip.module.css'

/** What is about to happen, said once as it is announced, and while it is counted down. */
const WORDS = {
  reveal: ['armed.soon', 'armed.countdown'],
  harvest: ['armed.soon', 'armed.countdown'],
  results: ['armed.results-soon', 'armed.results'],
  freeze: ['armed.freeze-soon', 'armed.freeze'],
} as const satisfies Readonly<Record<NonNullable<StepPart['armed']>['press'], readonly [MessageKey, MessageKey]>>

/** A press that will release something: seen by all until it happens, taken back or hastened by those who lead. */
export const ArmedStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { step, me } = useView()
  const armed = step?.armed
  const now = useNow(armed !== undefined)
  const said = useRef<number>(undefined)
  useEffect(() => {
    if (!armed || said.current === armed.at) return
    said.current = armed.at
    announce(t(WORDS[armed.press][0]), 'assertive')
  })
  if (!armed || !step) return null
  const seconds = Math.max(0, Math.ceil((armed.at - now) / 1_000))
  const expected = { step: step.id, epoch: step.epoch }
  return (
    <div className={styles.floating}>
      <Strip
        tone="accent"
        actions={
          <>
            {me.can['cancel'] && (
              <StripButton onClick={() => void give({ type: 'cancel', expected })}>{t('action.cancel')}</StripButton>
            )}
            {me.can['advance'] && (
              <StripButton onClick={() => void give({ type: 'advance', expected })}>{t('armed.now')}</StripButton>
            )}
          </>
        }
      >
        {t(WORDS[armed.press][1], { seconds })}
      </Strip>
    </div>
  )
}
