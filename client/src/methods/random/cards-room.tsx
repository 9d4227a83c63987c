import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import styles from './cards-room.module.css'
import { FaceDownCards } from './card.tsx'
import { Hand } from './hand.tsx'
import { Rules } from '../idea-rooms.ts'
import { useRandom } from './random-context.ts'
import { RANDOM_RULES } from './rule-keys.ts'
import { RedrawButton } from './redraw-button.tsx'
import { SwapButton } from './swap-button.tsx'

/** The cards, large: face down before the draw, then what one works with. */
export const CardsRoom = () => {
  const t = useText()
  const { me } = useView()
  const { work, own, step, takesPart, leads } = useRandom()
  if (!work.isDrawn) {
    const count = Number(step.data['count'] ?? 3)
    return (
      <div className={styles.room} data-wide="">
        <FaceDownCards count={count} label={t('random.face-down', { count })} />
        <Rules rules={RANDOM_RULES} />
      </div>
    )
  }
  const isOwn = takesPart && own !== undefined
  const cards = isOwn ? own.hand : work.cards
  if (cards.length === 0) return <p className={styles.about}>{t('random.each-their-own')}</p>
  const maySwap = isOwn && me.can['swap'] === true
  const isOpen = (item: string): number => work.cards.findIndex((card) => card.item === item)
  return (
    <div className={styles.room} data-wide="">
      <Hand
        label={t(isOwn ? 'random.your-cards' : 'random.cards')}
        deck={work.deck}
        cards={cards}
        actions={(card, place) => (
          <>
            {maySwap && own.swapsLeft > 0 && <SwapButton card={card} place={place} />}
            {leads && me.can['redraw'] && isOpen(card.item) >= 0 && (
              <RedrawButton card={card} place={isOpen(card.item)} />
            )}
          </>
        )}
      />
      {work.missing > 0 && <p className={styles.about}>{t('random.missing', { count: work.missing })}</p>}
      {maySwap && <p className={styles.about}>{t('random.swaps-left', { count: own.swapsLeft })}</p>}
    </div>
  )
}
