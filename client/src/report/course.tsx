import { signOf } from '@roundel/shared/methods/cafe'
import type { Report, ReportTable } from '@roundel/shared/report'
import { useNumber, useText } from '../i18n/text.ts'
import { TableSign } from '../methods/cafe/table-sign.tsx'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { IdeaList } from './idea-list.tsx'
import styles from './report.module.css'

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
      <IdeaList ideas={ideas} />
    </div>
  ))
}

/** How long each step was to take and took, and which did not take place. */
export const Course = ({ report: { course, session } }: { readonly report: Report }) => {
  const t = useText()
  const number = useNumber()
  const words = useAgendaWords()
  const minutes = (value: number): string => number(value, { maximumFractionDigits: 1 })
  const change = (value: number): string => number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
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
        {course.map((step) => (
          <tr key={step.id}>
            <th scope="row">
              <bdi>{words(step).title}</bdi>
              {step.state === 'skipped' && <span className={styles.tag}>{t('report.skipped')}</span>}
              {step.state === 'planned' && <span className={styles.tag}>{t('report.coming')}</span>}
            </th>
            <td>{minutes(step.plannedMinutes)}</td>
            <td>{step.realMinutes === undefined ? '–' : minutes(step.realMinutes)}</td>
            <td>{step.realMinutes === undefined ? '–' : change(step.realMinutes - step.plannedMinutes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.total')}</th>
          <td>{minutes(session.plannedMinutes)}</td>
          <td>{session.minutes === undefined ? '–' : minutes(session.minutes)}</td>
          <td>{session.minutes === undefined ? '–' : change(session.minutes - session.plannedMinutes)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
