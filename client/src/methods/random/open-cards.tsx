import type { RandomView } from '@roundel/shared/methods/random'
import { useText } from '../../i18n/text.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useView } from '../../sync/room-context.ts'
import { useWork } from '../use-work.ts'
import styles from './cards-room.module.css'
import { Hand } from './hand.tsx'
import { RANDOM_TEXTS } from './texts.ts'

const Cards = () => {
  const t = useText()
  const { step } = useView()
  const work = useWork<RandomView>()
  if (!work || !step) return null
  const { ready, writers, here } = step.counts
  const goal = here * Number(step.data['goalPerPerson'] ?? 0)
  return (
    <div className={styles.room} data-wide="">
      {work.scope === 'person' ? (
        <p>{t('random.each-their-own')}</p>
      ) : (
        <Hand label={t('random.cards')} deck={work.deck} cards={work.cards} />
      )}
      <p className={styles.count}>
        {step.policies.kinds[0] === 'association'
          ? t('random.so-far', { count: ready, goal })
          : t('random.bridge-count', { ideas: ready, people: writers })}
      </p>
    </div>
  )
}

/** What lies open for all, on a wall, while people write in private. */
export const OpenCards = () => (
  <MoreTexts from={RANDOM_TEXTS}>
    <Cards />
  </MoreTexts>
)
