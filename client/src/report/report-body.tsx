import type { Report } from '@roundel/shared/report'
import type { ReactNode } from 'react'
import { useIsPhone } from '../board/use-phone.ts'
import { useDate, useText } from '../i18n/text.ts'
import { AllIdeas } from './all-ideas.tsx'
import { Course, Tables } from './course.tsx'
import { Actions, Decisions } from './decisions.tsx'
import styles from './report.module.css'
import { Section } from './section.tsx'
import { Disputes, Votes } from './votes.tsx'
import { Remarks } from './written.tsx'

interface Part {
  readonly title: string
  readonly count?: number
  readonly body: ReactNode
}

/** As many sections as stand open on a phone from the start. */
const OPEN_ON_PHONES = 2

/** A report as it is read: one column, sections in a fixed order, those with nothing in them left out. */
export const ReportBody = ({
  report,
  note,
  tools,
}: {
  readonly report: Report
  /** What is to be known before it is read. */
  readonly note?: ReactNode
  readonly tools: ReactNode
}) => {
  const t = useText()
  const date = useDate()
  const isPhone = useIsPhone()
  const { session, decisions, actions, votes, disputes, groups, loose, worse, whys, tables } = report
  const ideas = groups.reduce((sum, group) => sum + group.ideas.length, loose.length)
  const parts: readonly (Part | false)[] = [
    { title: t('report.decided'), body: <Decisions decisions={decisions} /> },
    actions.length > 0 && {
      title: t('report.actions'),
      count: actions.length,
      body: <Actions actions={actions} />,
    },
    votes.length > 0 && { title: t('report.why'), body: <Votes votes={votes} /> },
    disputes.length > 0 && {
      title: t('report.disputed'),
      count: disputes.length,
      body: <Disputes disputes={disputes} votes={votes} />,
    },
    ideas + worse.length + whys.length > 0 && {
      title: t('report.ideas'),
      count: ideas,
      body: <AllIdeas report={report} />,
    },
    tables.length > 0 && { title: t('report.tables'), body: <Tables tables={tables} /> },
    { title: t('report.course'), body: <Course report={report} /> },
  ]
  return (
    <>
      <header className={styles.head}>
        <h1 dir="auto" translate="yes">
          {session.title}
        </h1>
        {session.challenge.text !== '' && (
          <p dir="auto" translate="yes" className={styles.challenge}>
            {session.challenge.text}
          </p>
        )}
        <Remarks
          of={[
            session.startedAt !== undefined && date(session.startedAt, { dateStyle: 'long' }),
            t('report.people', { count: session.people }),
            session.clients > 0 && t('report.clients', { count: session.clients }),
            session.minutes !== undefined && t('report.minutes', { minutes: Math.round(session.minutes) }),
            session.ledBy !== undefined && t('report.led-by', { name: session.ledBy }),
          ]}
        />
      </header>
      {note}
      {tools}
      {parts
        .filter((part) => part !== false)
        .map(({ title, count, body }, index) => (
          <Section
            key={title}
            title={title}
            {...(count !== undefined && { count })}
            isOpen={!isPhone || index < OPEN_ON_PHONES}
          >
            {body}
          </Section>
        ))}
    </>
  )
}
