import type { SeatId, TableId } from '@roundel/shared/kernel'
import { type CafeView, type PlaceView, type TableSign, type TableView, signOf } from '@roundel/shared/methods/cafe'
import type { Text } from '../../i18n/text.ts'
import type { Sitter } from './sitter.ts'

/** A table as it is drawn and said, in whichever phase. */
export interface TableLook {
  readonly id: TableId
  /** Counted from 1, in the order of the tables. */
  readonly number: number
  /** Its own name, else "Table" and its number. */
  readonly name: string
  /** Its number, and its name where it has one of its own. */
  readonly title: string
  /** By which it is told apart besides. */
  readonly sign: TableSign
  /** Who stays there. */
  readonly host: Sitter | undefined
  /** Everybody who sits there, the host among them. */
  readonly people: readonly Sitter[]
  readonly place: string | undefined
  readonly call: string | undefined
  /** The question that stands at it alone. */
  readonly ownQuestion: string | undefined
  /** What is talked about there in this round. */
  readonly question: string | undefined
  /** Nobody came to its host, who may sit down elsewhere meanwhile. */
  readonly isPaused: boolean
  /** Nobody is seated there from the next round on. */
  readonly isClosed: boolean
  /** People it takes, its host included. */
  readonly capacity: number | undefined
  /** Notes on its cloth, where that is known. */
  readonly notes: number | undefined
  /** For so many whole minutes nobody has written there; undefined where somebody has just now, or it is not known. */
  readonly quietMinutes: number | undefined
}

/** What is talked about at a table in the present round. */
const questionAt = ({ questions, round = 1 }: CafeView, table: TableView): string | undefined =>
  table.question || questions[Math.min(round, questions.length) - 1] || undefined

/** What a table is called: one that nobody has named bears its number. */
const nameOf = (t: Text, name: string, number: number): Pick<TableLook, 'name' | 'title'> => {
  const plain = t('cafe.table', { number })
  return name === '' || name === String(number)
    ? { name: plain, title: plain }
    : { name, title: t('cafe.table-named', { number, name }) }
}

/** All tables of a café, as they stand now; without anybody where nobody is looked up. */
export const looksOf = (
  t: Text,
  view: CafeView,
  sitterOf: ((seat: SeatId, more?: Partial<Sitter>) => Sitter) | undefined,
): readonly TableLook[] => {
  const places = Object.entries(view.places) as [SeatId, PlaceView][]
  const seated = Map.groupBy(places, ([, { table }]) => table)
  return view.tables.map((table, nth): TableLook => {
    const there = (seated.get(table.id) ?? []).flatMap(([seat]) => sitterOf?.(seat) ?? [])
    const host = there.find(({ isHost }) => isHost) ?? (table.host && sitterOf?.(table.host, { isHost: true }))
    return {
      id: table.id,
      number: nth + 1,
      ...nameOf(t, table.name, nth + 1),
      sign: signOf(table, nth),
      host,
      people: there,
      place: table.place,
      call: table.call,
      ownQuestion: table.question,
      question: questionAt(view, table),
      isPaused: table.paused === true,
      isClosed: table.closed === true,
      capacity: table.capacity,
      notes: undefined,
      quietMinutes: undefined,
    }
  })
}
