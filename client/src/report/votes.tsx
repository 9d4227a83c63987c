import { type ItemId } from '@roundel/shared/kernel'
import type { ReportDispute, ReportVote } from '@roundel/shared/report'
import { useMemo } from 'react'
import { useList, useNumber, useText } from '../i18n/text.ts'
import { useCriteria } from '../scoring/criterion-words.ts'
import { HistogramBars } from '../scoring/histogram-bars.tsx'
import { InWords } from '../scoring/in-words.tsx'
import { OrderTable } from '../scoring/order-table.tsx'
import { AskedThen } from '../scoring/result-criteria.ts'
import { type Subject, SubjectsSource } from '../scoring/use-subjects.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './report.module.css'
import { VoteTable } from './vote-table.tsx'
import { Written } from './written.tsx'

const Vote = ({ vote }: { readonly vote: ReportVote }) => {
  const t = useText()
  const { scoring, settings, result, subjects, place, title } = vote
  const asked = useMemo(() => ({ scoring, settings }), [scoring, settings])
  const useTold = useMemo(() => {
    const read = (id: ItemId): Subject => ({
      id,
      text: subjects[id]?.text || '–',
      lang: subjects[id]?.lang ?? 'und',
      members: [],
    })
    return () => read
  }, [subjects])
  const called = title ?? t('report.vote', { scoring: t(`scoring.name.${scoring}`), place })
  return (
    <div className={styles.vote}>
      <h3>
        <bdi>{called}</bdi>
      </h3>
      <p className={joinClasses(styles.remarks, styles.lead)}>
        {t('report.voted', { people: result.turnout.cast, eligible: result.turnout.eligible })}
      </p>
      <SubjectsSource value={useTold}>
        <AskedThen value={asked}>
          <InWords result={result} asked={asked} label={t('report.words-of', { vote: called })} />
          {'criteria' in result ? (
            <VoteTable title={called} result={result} subjects={subjects} />
          ) : (
            <OrderTable result={result} />
          )}
        </AskedThen>
      </SubjectsSource>
    </div>
  )
}

/** What each vote came to: in words, then in figures with their spread. */
export const Votes = ({ votes }: { readonly votes: readonly ReportVote[] }) =>
  votes.map((vote) => <Vote key={vote.step} vote={vote} />)

const Dispute = ({ dispute, vote }: { readonly dispute: ReportDispute; readonly vote: ReportVote }) => {
  const t = useText()
  const number = useNumber()
  const list = useList()
  const criteria = useCriteria(vote)
  // A question has one colour in the whole report.
  const placeOf = (key: string): number =>
    Math.max(
      0,
      criteria.findIndex((criterion) => criterion.key === key),
    )
  const labelOf = (key: string): string => criteria.find((criterion) => criterion.key === key)?.label ?? key
  return (
    <li>
      <Written words={dispute}>
        <p className={styles.remarks}>{t(`scoring.agreement.${dispute.agreement}`)}</p>
        {dispute.about.map(({ criterion, counts }) =>
          counts ? (
            <p key={criterion} className={styles.about}>
              <HistogramBars counts={counts} place={placeOf(criterion)} />
              {t('report.divided-on', {
                criterion: labelOf(criterion),
                counts: list(
                  counts.map((count) => number(count)),
                  { type: 'unit', style: 'narrow' },
                ),
              })}
            </p>
          ) : (
            <p key={criterion} className={styles.about}>
              {labelOf(criterion)}
            </p>
          ),
        )}
      </Written>
    </li>
  )
}

/** What people judged very differently, and on which questions. */
export const Disputes = ({
  disputes,
  votes,
}: {
  readonly disputes: readonly ReportDispute[]
  readonly votes: readonly ReportVote[]
}) => (
  <ul className={styles.disputes}>
    {disputes.map((dispute) => {
      const vote = votes[dispute.vote]
      return vote && <Dispute key={`${dispute.vote} ${dispute.item}`} dispute={dispute} vote={vote} />
    })}
  </ul>
)
