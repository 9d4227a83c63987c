import type { Mark } from '@roundel/shared/session'
import { Hand, Hourglass } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import styles from './signals.module.css'

const useMark = (mark: Mark['type']) => {
  const { give } = useRoom()
  const { me } = useView()
  const isOn = me.marks.some(({ type, item }) => type === mark && item === undefined)
  return { isOn, turn: (): void => void give({ type: isOn ? 'unmark' : 'mark', mark }) }
}

/** What one can tell those who lead without a word: a raised hand, and that one needs more time. Both can be taken back. */
export const Signals = () => {
  const t = useText()
  const { me, step } = useView()
  const hand = useMark('hand')
  const time = useMark('need-time')
  if (!step || me.role !== 'participant' || !me.can['mark']) return null
  return (
    <section className={styles.signals} aria-label={t('signals.title')}>
      <Button look="quiet" aria-pressed={hand.isOn} className={styles.signal} onClick={hand.turn}>
        <Hand size={17} aria-hidden="true" />
        {t(hand.isOn ? 'signals.lower' : 'signals.raise')}
      </Button>
      <Button look="quiet" aria-pressed={time.isOn} className={styles.signal} onClick={time.turn}>
        <Hourglass size={17} aria-hidden="true" />
        {t(time.isOn ? 'signals.time-said' : 'signals.time')}
      </Button>
      <p className={styles.about}>{t('signals.about')}</p>
    </section>
  )
}

/** Reminds whoever raised a hand that it is up. */
export const HandStrip = () => {
  const t = useText()
  const { step, me } = useView()
  const hand = useMark('hand')
  if (!step || !hand.isOn || !me.can['unmark']) return null
  return (
    <Strip tone="info" actions={<StripButton onClick={hand.turn}>{t('signals.lower')}</StripButton>}>
      {t('signals.raised')}
    </Strip>
  )
}
