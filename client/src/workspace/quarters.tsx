import { useText } from '../i18n/text.ts'
import type { ListedQuarter } from '../sync/workspaces.ts'
import { Counters } from './counters.tsx'
import { OutcomesLine } from './outcomes.tsx'
import { useQuarterName, useQuarterSpan } from './quarter-name.ts'
import { SessionRow } from './session-row.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './workspace.module.css'

const Sessions = ({ quarter, label }: { readonly quarter: ListedQuarter; readonly label: string }) => {
  const t = useText()
  return quarter.sessions.length === 0 ? (
    <p className={styles.about}>{t('quarter.no-sessions')}</p>
  ) : (
    <ul className={styles.rows} aria-label={label}>
      {quarter.sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  )
}

/** The quarters, the latest first: the present one whole, the earlier ones to be opened. */
export const Quarters = () => {
  const t = useText()
  const name = useQuarterName()
  const span = useQuarterSpan()
  const [present, ...earlier] = useWorkspace().workspace.quarters
  if (!present) return null
  return (
    <div className={styles.main}>
      <section className={styles.card} aria-labelledby="quarter">
        <div>
          <p className={styles.eyebrow}>{t('quarter.now')}</p>
          <h2 id="quarter" className={styles.heading}>
            {name(present.quarter)}
          </h2>
          <p className={styles.about}>{span(present.quarter)}</p>
        </div>
        <Counters counters={present.counters} label={t('quarter.targets')} />
        <OutcomesLine outcomes={present.outcomes} />
        <h3 className={styles.subheading}>{t('quarter.sessions')}</h3>
        <Sessions quarter={present} label={t('quarter.sessions')} />
      </section>
      {earlier.length > 0 && (
        <section className={styles.card} aria-labelledby="earlier">
          <h2 id="earlier" className={styles.heading}>
            {t('quarter.earlier')}
          </h2>
          {earlier.map((quarter, index) => (
            <details key={quarter.quarter} className={styles.quarter} open={index === 0}>
              <summary className={styles.summary}>
                <span className={styles.quarterName}>{name(quarter.quarter)}</span>
                <span className={styles.count}>{t('quarter.count-sessions', { count: quarter.sessions.length })}</span>
              </summary>
              <div className={styles.inside}>
                <p className={styles.about}>{span(quarter.quarter)}</p>
                <Counters counters={quarter.counters} label={name(quarter.quarter)} />
                <OutcomesLine outcomes={quarter.outcomes} />
                {quarter.sessions.length > 0 && <Sessions quarter={quarter} label={name(quarter.quarter)} />}
              </div>
            </details>
          ))}
        </section>
      )}
    </div>
  )
}
