import { useNumber } from '../../i18n/text.ts'
import type { AvatarPerson } from '../../ui/avatar.tsx'
import { colourClass } from '../../ui/colour.ts'
import type { Sitter } from './sitter.ts'
import styles from './seat-travel.module.css'
import type { TableLook } from './table-look.ts'
import { TableSign } from './table-sign.tsx'

/** What stands on a table: its number and its sign. */
export type TableMark = Pick<TableLook, 'number' | 'sign'>

/** Where others sit round the new table, as parts of a turn, the traveller's own place left free. */
const AROUND = [0.97, 0.78, 0.11, 0.61, 0.28, 0.45] as const
const TABLE = { x: 432, y: 128, radius: 74 } as const

const placeAround = (turn: number): { readonly x: number; readonly y: number } => ({
  x: TABLE.x + TABLE.radius * Math.cos(turn * 2 * Math.PI),
  y: TABLE.y + TABLE.radius * Math.sin(turn * 2 * Math.PI),
})

const initialOf = (name: string): string => [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? ''

/**
 * One's own seat on its way from the old table to the new one, along an arc, once. Mirrored where one writes from the right,
 * numbers, signs and letters not. Where motion is unwelcome the seat is drawn at the new table. Decoration: it is said in words.
 */
export const SeatTravel = ({
  from,
  to,
  me,
  others,
}: {
  /** The old table; absent for whoever comes from nowhere. */
  readonly from: TableMark | undefined
  readonly to: TableMark
  readonly me: AvatarPerson
  readonly others: readonly Sitter[]
}) => {
  const number = useNumber()
  return (
    <div className={styles.arc} aria-hidden="true">
      <svg viewBox="0 0 560 210">
        {from !== undefined && (
          <>
            <circle className={styles.old} cx="120" cy="140" r="62" />
            <text className={styles.oldNumber} x="120" y="140">
              {number(from.number)}
            </text>
            <g className={styles.oldSign}>
              <TableSign sign={from.sign} size={22} at={{ x: 120, y: 164 }} />
            </g>
          </>
        )}
        <circle className={styles.table} cx={TABLE.x} cy={TABLE.y} r={TABLE.radius} />
        <text className={styles.number} x={TABLE.x} y="130">
          {number(to.number)}
        </text>
        <g className={styles.sign}>
          <TableSign sign={to.sign} size={30} at={{ x: TABLE.x, y: 160 }} />
        </g>
        {from !== undefined && <path className={styles.way} d="M 70 96 C 148 -18, 278 -18, 376 84" />}
        {others.slice(0, AROUND.length).map(({ id, colour }, index) => {
          const { x, y } = placeAround(AROUND[index] ?? 0)
          return <circle key={id} className={`${styles.other} ${colourClass(colour)}`} cx={x} cy={y} r="15" />
        })}
        <g className={`${from === undefined ? styles.arrived : styles.me} ${colourClass(me.colour)}`}>
          <circle r="19" />
          <text y="6">{initialOf(me.name)}</text>
        </g>
      </svg>
    </div>
  )
}
