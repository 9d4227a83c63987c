import { LIMITS } from '@roundel/shared/kernel'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Choice } from '../../ui/choice.tsx'
import { SettledField } from '../../ui/settled-field.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './setup.module.css'
import { type Asking, type Setup, askingOf } from './use-setup.ts'

const ASKINGS = ['one', 'round', 'table'] as const
const ASKING_WORDS = { one: 'cafe.ask-one', round: 'cafe.ask-round', table: 'cafe.ask-table' } as const

/** What people talk about: one question for all, one for each round, or one at each table. */
export const QuestionFields = ({
  setup: { save },
  asking,
  onAsk,
}: {
  readonly setup: Setup
  readonly asking: Asking
  readonly onAsk: (asking: Asking) => void
}) => {
  const t = useText()
  const { view, step } = useCafe()
  const { challenge } = useViewPart('session')
  const fallback = step.question || challenge.text
  const rounds = asking === 'round' ? view.rounds : 1
  return (
    <section className={styles.card} aria-labelledby="cafe-question">
      <h2 id="cafe-question" className={styles.heading}>
        {t('cafe.question')}
      </h2>
      <Choice
        label={t('cafe.ask')}
        options={ASKINGS.map((value) => ({ value, label: t(ASKING_WORDS[value]) }))}
        value={asking}
        onChange={onAsk}
        hint={t('cafe.question-about')}
      />
      {asking !== 'table' &&
        Array.from({ length: rounds }, (_, nth) => (
          <SettledField
            // Rounds stay in their order.
            key={nth}
            label={asking === 'round' ? t('cafe.question-of', { number: nth + 1 }) : t('cafe.question')}
            placeholder={view.questions[nth - 1] || fallback}
            value={view.questions[nth] ?? ''}
            maxLength={LIMITS.questionCharacters}
            onSettle={(question) =>
              save({
                questions: Array.from({ length: rounds }, (__, at) =>
                  at === nth ? question : (view.questions[at] ?? ''),
                ),
              })
            }
          />
        ))}
    </section>
  )
}

/** How it is asked, as it stands or as whoever leads is about to set it. */
export const useAsking = (): readonly [Asking, (asking: Asking) => void] => {
  const { view } = useCafe()
  const [chosen, setChosen] = useState<Asking>()
  return [chosen ?? askingOf(view), setChosen]
}
