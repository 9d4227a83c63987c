import type { ItemId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import { type DotsBallot as Body, budgetOf, scoringOf } from '@roundel/shared/scoring'
import { Minus, Plus } from 'lucide-react'
import { useNumber, useText } from '../i18n/text.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { IconButton } from '../ui/button.tsx'
import styles from './dots-ballot.module.css'
import { SubjectCard } from './judging-ballot.tsx'
import type { BallotDesk } from './use-ballot.ts'
import { useBallotOrder, useSubjects } from './use-subjects.ts'

interface Allowance {
  readonly budget: Parameters<typeof budgetOf>[0]
  readonly cap: number
}

/** A few dots for a long list: a press gives one, another takes it back. */
export const DotsBallot = ({
  poll,
  person,
  desk,
}: {
  readonly poll: PollView
  readonly person: number
  readonly desk: BallotDesk
}) => {
  const t = useText()
  const number = useNumber()
  const announce = useAnnounce()
  const order = useBallotOrder(poll, person)
  const subjectOf = useSubjects()
  // Settings of a poll were read by its scoring.
  const { budget, cap } = scoringOf(poll.scoring).settings(poll.settings) as Allowance
  const most = Math.min(budgetOf(budget, order.length), cap * order.length)
  const body = desk.body as Body
  const left = most - Object.values(body).reduce((sum, dots) => sum + dots, 0)
  const give = (item: ItemId, dots: number): void => {
    const { [item]: _before, ...others } = body
    desk.fill(dots > 0 ? { ...others, [item]: dots } : others)
    announce(t('score.dots-left', { count: left + (body[item] ?? 0) - dots }))
  }
  return (
    <div className={styles.ballot}>
      <p className={styles.left}>
        <strong>{number(left)}</strong> {t('score.dots-left', { count: left })}
        <span className={styles.row} aria-hidden="true">
          {Array.from({ length: most }, (_, index) => (
            <span key={index} className={index < left ? styles.dot : styles.spent} />
          ))}
        </span>
      </p>
      <ul className={styles.list}>
        {order.map((item) => {
          const subject = subjectOf(item)
          const dots = body[item] ?? 0
          return (
            <li key={item} className={styles.entry}>
              <SubjectCard subject={subject} />
              <div className={styles.presses}>
                <IconButton
                  label={t('score.dot-less', { text: subject.text })}
                  disabled={dots === 0}
                  onClick={() => give(item, dots - 1)}
                >
                  <Minus size={20} aria-hidden="true" />
                </IconButton>
                <output className={styles.dots} aria-label={t('score.dots-on', { count: dots })}>
                  {number(dots)}
                </output>
                <IconButton
                  label={t('score.dot-more', { text: subject.text })}
                  disabled={left === 0 || dots >= cap}
                  onClick={() => give(item, dots + 1)}
                >
                  <Plus size={20} aria-hidden="true" />
                </IconButton>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
