import type { ItemId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import type { Answer, JudgingBallot as Body } from '@roundel/shared/scoring'
import { Check, ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef, useState } from 'react'
import { Note } from '../board/note.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { scaleOf, useCriteria } from './criterion-words.ts'
import styles from './judging-ballot.module.css'
import { ScaleRow } from './scale-row.tsx'
import type { BallotDesk } from './use-ballot.ts'
import { type Subject, useBallotOrder, useSubjects } from './use-subjects.ts'

/** What is judged now: the idea itself, or the name of a group with what it holds. */
export const SubjectCard = ({ subject }: { readonly subject: Subject }) =>
  subject.item ? (
    <Note item={subject.item} isOwn={false} />
  ) : (
    <article className={styles.group}>
      <h3 dir="auto" translate="yes">
        {subject.text}
      </h3>
      <ul className={styles.members}>
        {subject.members.map(({ id, text, lang }) => (
          <li key={id} lang={lang === 'und' ? undefined : lang} dir="auto" translate="yes">
            {text}
          </li>
        ))}
      </ul>
    </article>
  )

/** One idea at a time, by each criterion: answers are one press, and any idea can be gone back to. */
export const JudgingBallot = ({
  poll,
  person,
  desk,
}: {
  readonly poll: PollView
  readonly person: number
  readonly desk: BallotDesk
}) => {
  const t = useText()
  const order = useBallotOrder(poll, person)
  const subjectOf = useSubjects()
  const asked = { scoring: poll.scoring, settings: poll.settings }
  const criteria = useCriteria(asked)
  const scale = scaleOf(asked)
  const body = desk.body as Body
  const isDone = (item: ItemId): boolean => Object.keys(body[item] ?? {}).length >= criteria.length
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      order.findIndex((item) => !isDone(item)),
    ),
  )
  const card = useRef<HTMLDivElement>(null)
  const item = order[Math.min(at, order.length - 1)]
  if (item === undefined) return null
  const go = (place: number): void => {
    setAt(Math.min(Math.max(0, place), order.length - 1))
    card.current?.focus()
  }
  const answer = (key: string, given: Answer): void => {
    desk.fill({ ...body, [item]: { ...body[item], [key]: given } })
  }
  return (
    <div className={styles.sheet}>
      <nav className={styles.ideas} aria-label={t('score.ideas')}>
        <ol>
          {order.map((each, index) => (
            <li key={each}>
              <button
                type="button"
                className={joinClasses(styles.idea, index === at && styles.present)}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => go(index)}
              >
                <span dir="auto" translate="yes" className={styles.words}>
                  {subjectOf(each).text}
                </span>
                {isDone(each) && (
                  <>
                    <Check size={18} aria-hidden="true" className={styles.done} />
                    <VisuallyHidden>{t('score.judged')}</VisuallyHidden>
                  </>
                )}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.card}>
        <div ref={card} tabIndex={-1} className={styles.top}>
          <p className={styles.place}>{t('score.idea-of', { number: at + 1, count: order.length })}</p>
          <SubjectCard subject={subjectOf(item)} />
        </div>
        {criteria.map((criterion, index) => (
          <ScaleRow
            key={`${item} ${criterion.key}`}
            criterion={criterion}
            scale={scale}
            place={index}
            answer={body[item]?.[criterion.key]}
            onAnswer={(given) => answer(criterion.key, given)}
          />
        ))}
        <p className={styles.legend}>
          {t('score.abstain-says', {
            sign: t('score.abstain-sign'),
            meaning: t(scale === 'yes-no' ? 'scoring.answer.unsure' : 'scoring.answer.abstain'),
          })}
        </p>
        <div className={styles.steps}>
          <Button look="quiet" disabled={at === 0} onClick={() => go(at - 1)}>
            <ChevronLeft size={18} aria-hidden="true" className={styles.arrow} />
            {t('score.back')}
          </Button>
          <span className={styles.count}>
            {t('score.judged-of', { done: order.filter(isDone).length, count: order.length })}
          </span>
          {at < order.length - 1 && (
            <Button look="primary" onClick={() => go(at + 1)}>
              {t('score.next')}
              <ChevronRight size={18} aria-hidden="true" className={styles.arrow} />
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
