import type { Placed } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** What a question to the same ballots comes to, and the way back to the result. */
export const AskedOrder = ({ order, onBack }: { readonly order: readonly Placed[]; readonly onBack: () => void }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  return (
    <>
      <ol className={styles.asked} aria-label={t('scoring.word.what-if')}>
        {order.map(({ item, rank }) => (
          <li key={item}>
            {rank === null ? '–' : number(rank)} <bdi translate="yes">{subjectOf(item).text}</bdi>
          </li>
        ))}
      </ol>
      <Button look="quiet" onClick={onBack}>
        {t('score.as-it-was')}
      </Button>
    </>
  )
}
