import { isOverdue } from '@roundel/shared/methods/five-whys'
import { useNumber, useText } from '../../i18n/text.ts'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useToday } from '../day.ts'
import { useWhys } from './model.ts'
import styles from './whys.module.css'

/** How a run stands, for those who lead: numbers to steer by, none of which is a mark. */
export const Figures = () => {
  const t = useText()
  const number = useNumber()
  const { today } = useToday()
  const { tree } = useWhys()
  const { figures } = tree
  if (!figures || tree.causes.length === 0) return null
  const late = tree.checks.filter((check) => isOverdue(check, today)).length
  const depths = figures.branches.map(({ depth }) => number(depth)).join(' · ')
  const lines: readonly (readonly [MessageKey, string])[] = [
    ['whys.figure-causes', number(figures.causes)],
    [
      'whys.figure-evidence',
      t('whys.figure-of', { part: number(figures.withEvidence), whole: number(figures.causes) }),
    ],
    ['whys.figure-branches', depths],
    ['whys.figure-checks', number(figures.openChecks.length)],
    ...(late > 0 ? [['whys.figure-late', number(late)] as const] : []),
    ...(figures.confirmed > 0
      ? ([
          ['whys.figure-confirmed', number(figures.confirmed)],
          [
            'whys.figure-verified',
            t('whys.figure-of', { part: number(figures.confirmedVerified), whole: number(figures.confirmed) }),
          ],
          [
            'whys.figure-ours',
            t('whys.figure-of', { part: number(figures.confirmedOurs), whole: number(figures.confirmed) }),
          ],
        ] as const)
      : []),
    ...(figures.unaddressed.length > 0
      ? [['whys.figure-unaddressed', number(figures.unaddressed.length)] as const]
      : []),
  ]
  return (
    <section className={styles.figures} aria-label={t('whys.figures')}>
      <h2 className={styles.subheading}>{t('whys.figures')}</h2>
      <dl className={styles.numbers}>
        {lines.map(([label, value]) => (
          <div key={label} className={styles.figure}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
