import type { Person } from '@roundel/shared/session'
import type { CSSProperties } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { joinClasses } from '../ui/classes.ts'
import styles from './seats-ring.module.css'

/** With more people than this their names no longer fit around the table. */
const NAMED = 24
const EMPTY_SEATS = 3
const FEWEST_SEATS = 12

const placeOf = (index: number, seats: number, radius: number): CSSProperties => {
  const angle = (index / seats) * 2 * Math.PI - Math.PI / 2
  return {
    insetInlineStart: `${(50 + radius * Math.cos(angle)).toFixed(2)}%`,
    insetBlockStart: `${(50 + radius * Math.sin(angle)).toFixed(2)}%`,
  }
}

/** The round table with everyone who is here around it, and a few seats still free. */
export const SeatsRing = ({ people, note }: { readonly people: readonly Person[]; readonly note: string }) => {
  const t = useText()
  const number = useNumber()
  const isNamed = people.length <= NAMED
  const seats = Math.max(FEWEST_SEATS, people.length + EMPTY_SEATS)
  const shown = people.slice(0, 60)
  return (
    <div className={joinClasses(styles.round, !isNamed && styles.packed)}>
      <ul className={styles.seats}>
        {shown.map((person, index) => (
          <li key={person.id} className={styles.seat} style={placeOf(index, seats, isNamed ? 44.5 : 46)}>
            <Avatar person={person} />
            {isNamed ? (
              <bdi className={styles.name}>{person.name}</bdi>
            ) : (
              <span className={styles.hidden}>{person.name}</span>
            )}
          </li>
        ))}
        {Array.from({ length: Math.min(EMPTY_SEATS, seats - shown.length) }, (_, index) => (
          <li
            key={`empty ${index}`}
            aria-hidden="true"
            className={joinClasses(styles.seat, styles.empty)}
            style={placeOf(seats - 1 - index, seats, isNamed ? 44.5 : 46)}
          >
            <span className={styles.free} />
          </li>
        ))}
      </ul>
      <p className={styles.table}>
        <span className={styles.count}>{number(people.length)}</span>
        <span className={styles.word}>{t('lobby.here', { count: people.length })}</span>
        <span className={styles.note}>{note}</span>
      </p>
    </div>
  )
}
