import type { CSSProperties } from 'react'
import { useNumber } from '../../i18n/text.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { joinClasses } from '../../ui/classes.ts'
import type { TableSign as Sign } from '@roundel/shared/methods/cafe'
import type { Sitter } from './sitter.ts'
import styles from './table-disc.module.css'
import { TableSign } from './table-sign.tsx'

/** More seats than this do not fit round a table; how many more there are stands in it. */
const SEATS = 10

const placeOf = (index: number, seats: number): CSSProperties => {
  const angle = (index / seats) * 2 * Math.PI - Math.PI / 2
  return {
    insetInlineStart: `${(50 + 40 * Math.cos(angle)).toFixed(2)}%`,
    insetBlockStart: `${(50 + 40 * Math.sin(angle)).toFixed(2)}%`,
  }
}

const SIGN_SIZES = { small: 18, medium: 24, large: 34 } as const

/** A table seen from above: its number and its sign, who sits around it, the host first and ringed. Decoration: it is said in words beside it. */
export const TableDisc = ({
  number: tableNumber,
  sign,
  people,
  me,
  size = 'medium',
}: {
  readonly number: number
  readonly sign: Sign
  readonly people: readonly Sitter[]
  /** The reader's own seat, ringed. */
  readonly me?: string | undefined
  readonly size?: 'small' | 'medium' | 'large'
}) => {
  const number = useNumber()
  const first = [...people.filter(({ isHost }) => isHost), ...people.filter(({ isHost }) => !isHost)]
  const shown = first.slice(0, first.length > SEATS ? SEATS - 1 : SEATS)
  const more = first.length - shown.length
  const seats = shown.length + (more > 0 ? 1 : 0)
  return (
    <div className={joinClasses(styles.disc, styles[size])} aria-hidden="true">
      <span className={styles.top}>
        {number(tableNumber)}
        <TableSign sign={sign} size={SIGN_SIZES[size]} />
      </span>
      {shown.map((person, index) => (
        <span
          key={person.id}
          className={joinClasses(styles.seat, person.isHost && styles.host, person.id === me && styles.mine)}
          style={placeOf(index, seats)}
        >
          <Avatar person={person} />
        </span>
      ))}
      {more > 0 && (
        <span className={joinClasses(styles.seat, styles.more)} style={placeOf(seats - 1, seats)}>
          +{number(more)}
        </span>
      )}
    </div>
  )
}
