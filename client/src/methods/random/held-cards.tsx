import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { Hand } from './hand.tsx'
import { useRandom } from './random-context.ts'
import { SwapButton, useSwapNews } from './swap-button.tsx'
import styles from './things-room.module.css'

/** One's own cards while ideas are written, small, with the way to put one away; what lies open for all stands below. */
export const HeldCards = () => {
  const t = useText()
  const { me } = useView()
  const { work, own, step, takesPart } = useRandom()
  useSwapNews(own?.hand)
  if (!takesPart || !own || step.phase !== 'bridge') return null
  return (
    <details className={styles.held}>
      <summary>{t('random.your-cards')}</summary>
      <Hand
        label={t('random.your-cards')}
        deck={work.deck}
        cards={own.hand}
        actions={(card, place) => me.can['swap'] && own.swapsLeft > 0 && <SwapButton card={card} place={place} />}
      />
      <p className={styles.none}>{t('random.swaps-left', { count: own.swapsLeft })}</p>
    </details>
  )
}
