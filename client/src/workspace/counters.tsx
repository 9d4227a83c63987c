import { Check, Circle } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import type { ListedQuarter } from '../sync/workspaces.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './counters.module.css'

type Counter = ListedQuarter['counters'][number]

const One = ({ counter: { id, count, least, most } }: { readonly counter: Counter }) => {
  const t = useText()
  const isReached = count >= least
  const Sign = isReached ? Check : Circle
  return (
    <li className={joinClasses(styles.counter, isReached && styles.reached)}>
      <p className={styles.figure}>
        {most === undefined ? t('quarter.of-least', { count, least }) : t('quarter.of-range', { count, least, most })}
      </p>
      <p className={styles.what}>{t(`quarter.counter.${id}`)}</p>
      <p className={styles.state}>
        <Sign size={14} strokeWidth={2.4} aria-hidden="true" />
        {least === 0
          ? t('quarter.none-due')
          : isReached
            ? t('quarter.reached')
            : t('quarter.missing', { count: least - count })}
      </p>
    </li>
  )
}

/** What a quarter aims at, and how it stands: in figures and in words. None of it is about one person. */
export const Counters = ({ counters, label }: { readonly counters: readonly Counter[]; readonly label: string }) => (
  <ul className={styles.counters} aria-label={label}>
    {counters.map((counter) => (
      <One key={counter.id} counter={counter} />
    ))}
  </ul>
)
