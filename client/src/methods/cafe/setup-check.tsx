import type { CafeCheck } from '@roundel/shared/methods/cafe'
import { Check, TriangleAlert } from 'lucide-react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'
import styles from './setup.module.css'

const CHECK_WORDS: Readonly<Record<CafeCheck['code'], MessageKey>> = {
  'no-question': 'cafe.check-no-question',
  'too-many-tables': 'cafe.check-too-many-tables',
  'too-large-tables': 'cafe.check-too-large-tables',
  'one-table': 'cafe.check-one-table',
  'two-tables': 'cafe.check-two-tables',
  'no-host': 'cafe.check-no-host',
  'no-room': 'cafe.check-no-room',
  'wish-unmet': 'cafe.check-wish-unmet',
}

/** What is missing, or should be known before people sit down, in words. Nothing of it bars the way. */
export const SetupCheck = () => {
  const t = useText()
  const { lead, tableOf, step } = useCafe()
  const { challenge } = useViewPart('session')
  if (!lead) return null
  // Without a question of the café's own the one of the step is asked.
  const fallback = step.question || challenge.text
  const told = lead.checks.filter(({ code }) => !(code === 'no-question' && fallback))
  const hostless = told.filter(({ code }) => code === 'no-host')
  const checks = hostless.length > 1 ? told.filter(({ code }) => code !== 'no-host') : told
  return (
    <section className={styles.card} aria-labelledby="cafe-check">
      <h2 id="cafe-check" className={styles.heading}>
        {t('cafe.check')}
      </h2>
      {told.length === 0 ? (
        <p className={styles.lack} data-state="done">
          <Check size={17} aria-hidden="true" />
          {t('cafe.check-done')}
        </p>
      ) : (
        <ul className={styles.entries}>
          {checks.map(({ code, table }) => (
            <li key={`${code} ${table ?? ''}`} className={styles.lack} data-state="missing">
              <TriangleAlert size={17} aria-hidden="true" />
              <span>
                {table && `${t('cafe.table', { number: tableOf(table)?.number ?? 0 })}: `}
                {t(CHECK_WORDS[code])}
              </span>
            </li>
          ))}
          {hostless.length > 1 && (
            <li className={styles.lack} data-state="missing">
              <TriangleAlert size={17} aria-hidden="true" />
              {t('cafe.check-no-hosts', { count: hostless.length })}
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
