import type { ItemId } from '@roundel/shared/kernel'
import { type Levels, type PairAnswer, answerPair, beginPairs, readPairs, takeBackPair } from '@roundel/shared/scoring'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { SubjectCard } from './judging-ballot.tsx'
import styles from './paired-questions.module.css'
import { useSubjects } from './use-subjects.ts'

/** An order by questions of two: which of them comes first? Few questions, each easily answered, any of them taken back. */
export const PairedQuestions = ({
  items,
  onDone,
  onClose,
}: {
  readonly items: readonly ItemId[]
  readonly onDone: (levels: Levels) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const subjectOf = useSubjects()
  const [questions, setQuestions] = useState(() => beginPairs(items))
  const { question, levels, left } = readPairs(questions)
  useEffect(() => {
    if (!question) onDone(levels)
    // The order is complete once, when no question is left.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [question === null])
  if (!question) return null
  const say = (answer: PairAnswer): void => setQuestions((before) => answerPair(before, answer))
  return (
    <section className={styles.pairs} aria-labelledby="pair">
      <h2 id="pair" className={styles.heading}>
        {t('score.which-first')}
      </h2>
      <output className={styles.left}>{t('score.questions-left', { count: left })}</output>
      <div className={styles.two}>
        {(
          [
            ['first', question.first],
            ['second', question.second],
          ] as const
        ).map(([answer, item]) => (
          <div key={`${answer} ${item}`} className={styles.one}>
            <SubjectCard subject={subjectOf(item)} />
            <Button look="primary" wide onClick={() => say(answer)}>
              {t('score.this-first')}
            </Button>
          </div>
        ))}
      </div>
      <p className={styles.others}>
        <Button onClick={() => say('same')}>{t('score.same')}</Button>
        <Button onClick={() => say('leave-out')}>
          {t('score.leave-out', { text: subjectOf(question.first).text })}
        </Button>
        <Button look="quiet" disabled={questions.answers.length === 0} onClick={() => setQuestions(takeBackPair)}>
          {t('score.take-back')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('score.order-by-hand')}
        </Button>
      </p>
    </section>
  )
}
