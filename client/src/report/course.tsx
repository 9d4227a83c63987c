import { unreachable } from '@roundel/shared/kernel'
import { signOf } from '@roundel/shared/methods/cafe'
import type { Report, ReportStep, ReportTable } from '@roundel/shared/report'
import type { MessageKey } from '../i18n/message-key.ts'
import { useNumber, useText } from '../i18n/text.ts'
import { TableSign } from '../methods/cafe/table-sign.tsx'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { IdeaList } from './idea-list.tsx'
import styles from './report.module.css'
import { Remarks } from './written.tsx'

/** What came of the tables of a café. */
export const Tables = ({ tables }: { readonly tables: readonly ReportTable[] }) => {
  const t = useText()
  return tables.map(({ id, name, icon, question, ideas, harvest }, index) => (
    <div key={id} className={styles.group}>
      <h3>
        <TableSign sign={signOf({ icon }, index)} />
        <bdi>{name ?? t('report.table', { number: index + 1 })}</bdi>
      </h3>
      {question && (
        <p dir="auto" translate="yes">
          {question}
        </p>
      )}
      {harvest.length > 0 && (
        <>
          <h4>{t('report.harvest')}</h4>
          <IdeaList ideas={harvest} />
        </>
      )}
      {ideas.length > 0 && (
        <>
          {harvest.length > 0 && <h4>{t('report.cloth')}</h4>}
          <IdeaList ideas={ideas} />
        </>
      )}
    </div>
  ))
}

/** Everything in a report that people wrote after its time. */
const countLate = ({ groups, loose, worse, tables }: Report): number =>
  [
    ...groups.flatMap(({ ideas }) => ideas),
    ...loose,
    ...worse,
    ...tables.flatMap(({ ideas, harvest }) => [...ideas, ...harvest]),
  ].filter(({ late }) => late).length

/** How much longer than planned, rounded as it is shown: a tenth of a minute. */
const overrunOf = (planned: number, real: number): number => Math.round((real - planned) * 10) / 10

const isLonger = ({ plannedMinutes, realMinutes = 0 }: ReportStep): boolean =>
  overrunOf(plannedMinutes, realMinutes) > 0

/** How long each step was to take and took, which took longer, and which did not take place. */
export const Course = ({ report }: { readonly report: Report }) => {
  const t = useText()
  const number = useNumber()
  const words = useAgendaWords()
  const { course, session } = report
  const minutes = (value: number): string => number(value, { maximumFractionDigits: 1 })
  const difference = (planned: number, real: number | undefined): string => {
    if (real === undefined) return '–'
    const overrun = overrunOf(planned, real)
    if (overrun === 0) return t('report.as-planned')
    return t(overrun > 0 ? 'report.longer' : 'report.shorter', { time: minutes(Math.abs(overrun)) })
  }
  const longer = course.filter(isLonger).length
  const skipped = course.filter(({ state }) => state === 'skipped').length
  const late = countLate(report)
  const tagOf = ({ state }: ReportStep): MessageKey | undefined => {
    switch (state) {
      case 'skipped':
        return 'report.skipped'
      case 'planned':
        return session.state === 'ended' ? 'report.not-reached' : 'report.coming'
      case 'live':
        return 'report.now'
      case 'done':
        return undefined
      default:
        return unreachable(state)
    }
  }
  return (
    <>
      <Remarks
        of={[
          session.lateBy !== undefined && t('report.late-start', { minutes: Math.round(session.lateBy) }),
          longer > 0 && t('report.steps-longer', { count: longer }),
          skipped > 0 && t('report.steps-skipped', { count: skipped }),
          late > 0 && t('report.ideas-late', { count: late }),
        ]}
      />
      <table className={styles.course}>
        <caption>{t('report.in-minutes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.step')}</th>
            <th scope="col">{t('report.planned')}</th>
            <th scope="col">{t('report.real')}</th>
            <th scope="col">{t('report.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {course.map((step) => {
            const tag = tagOf(step)
            return (
              <tr key={step.id}>
                <th scope="row">
                  <bdi>{words(step).title}</bdi>
                  {tag && <span className={styles.tag}>{t(tag)}</span>}
                </th>
                <td>{minutes(step.plannedMinutes)}</td>
                <td>{step.realMinutes === undefined ? '–' : minutes(step.realMinutes)}</td>
                <td data-longer={isLonger(step) || undefined}>{difference(step.plannedMinutes, step.realMinutes)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('report.total')}</th>
            <td>{minutes(session.plannedMinutes)}</td>
            <td>{session.minutes === undefined ? '–' : minutes(session.minutes)}</td>
            <td>{difference(session.plannedMinutes, session.minutes)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
