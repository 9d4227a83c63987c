import type { ReportAction, ReportDecision } from '@roundel/shared/report'
import type { MessageKey } from '../i18n/message-key.ts'
import { type Text, useDate, useText } from '../i18n/text.ts'
import styles from './report.module.css'
import { TrailPlaces } from './trail.tsx'
import { Remarks, Written } from './written.tsx'

const FEELINGS = ['strong-yes', 'yes', 'unsure', 'no'] as const
const OUTCOMES = ['better', 'same', 'worse', 'not-tried'] as const
const isOutcome = (text: string): text is (typeof OUTCOMES)[number] => (OUTCOMES as readonly string[]).includes(text)

/** What was decided, from which ideas, why, and what people fear about it. */
export const Decisions = ({ decisions }: { readonly decisions: readonly ReportDecision[] }) => {
  const t = useText()
  if (decisions.length === 0) return <p className={styles.remarks}>{t('report.nothing-decided')}</p>
  return decisions.map((decision) => (
    <div key={decision.step} className={styles.decision}>
      {decision.text !== '' && (
        <p dir="auto" translate="yes" className={styles.decided}>
          {decision.text}
        </p>
      )}
      <Remarks
        of={[
          decision.open && t('report.open'),
          decision.corrected && t('report.corrected'),
          decision.decider !== undefined && t('report.decider', { name: decision.decider }),
        ]}
      />
      {decision.chosen.length > 0 && (
        <>
          <h3>{t('report.from-ideas')}</h3>
          <ul>
            {decision.chosen.map((idea) => (
              <li key={idea.id}>
                <Written words={idea}>
                  <TrailPlaces way={idea} />
                </Written>
              </li>
            ))}
          </ul>
        </>
      )}
      {decision.why !== undefined && (
        <>
          <h3>{t('report.because')}</h3>
          <p dir="auto" translate="yes">
            {decision.why}
          </p>
        </>
      )}
      {decision.concerns.length > 0 && (
        <>
          <h3>{t('report.concerns')}</h3>
          <ul>
            {decision.concerns.map((text, index) => (
              <li key={index} dir="auto" translate="yes">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {decision.temperature && (
        <>
          <h3>{t('report.room')}</h3>
          <Remarks
            of={FEELINGS.map((feeling) =>
              t(`report.feeling.${feeling}`, { count: decision.temperature?.[feeling] ?? 0 }),
            )}
          />
        </>
      )}
    </div>
  ))
}

const LINES = ['hypothesis', 'metric', 'baseline'] as const satisfies readonly (keyof ReportAction)[]
const LINE_WORDS: Readonly<Record<(typeof LINES)[number], MessageKey>> = {
  hypothesis: 'report.hypothesis',
  metric: 'report.metric',
  baseline: 'report.baseline',
}

/** How an action stands, and how it went, after all that was said of it. */
const standOf = ({ state, later }: ReportAction): ReportAction['state'] => later?.state ?? state
const outcomeOf = ({ outcome, later }: ReportAction): ReportAction['outcome'] => later?.outcome ?? outcome

const sayResult = (outcome: ReportAction['outcome'], t: Text): string | false =>
  outcome !== undefined && isOutcome(outcome.result) && t(`report.result.${outcome.result}`)

/** Who does what until when. */
export const Actions = ({ actions }: { readonly actions: readonly ReportAction[] }) => {
  const t = useText()
  const date = useDate()
  return (
    <ul className={styles.actions}>
      {actions.map((action) => (
        <li key={action.id} data-state={standOf(action)}>
          <Written words={action}>
            <Remarks
              of={[
                action.owner !== undefined && t('report.owner', { name: action.owner }),
                action.due === undefined
                  ? t('report.no-date')
                  : t('report.due', { date: date(Date.parse(`${action.due}T12:00`), { dateStyle: 'medium' }) }),
                t(`report.state.${standOf(action)}`),
                action.overdue && t('report.overdue'),
                action.corrected && t('report.corrected'),
                sayResult(outcomeOf(action), t),
                action.later?.in !== undefined &&
                  t(action.later.state === 'carried' ? 'report.goes-on' : 'report.said-in', { title: action.later.in }),
                action.from !== undefined && t('report.from-session', { title: action.from }),
              ]}
            />
            {outcomeOf(action)?.what && (
              <p dir="auto" translate="yes">
                {outcomeOf(action)?.what}
              </p>
            )}
            {LINES.some((line) => action[line] !== undefined) && (
              <dl className={styles.lines}>
                {LINES.map(
                  (line) =>
                    action[line] !== undefined && (
                      <div key={line}>
                        <dt>{t(LINE_WORDS[line])}</dt>
                        <dd dir="auto" translate="yes">
                          {action[line]}
                        </dd>
                      </div>
                    ),
                )}
              </dl>
            )}
          </Written>
        </li>
      ))}
    </ul>
  )
}
