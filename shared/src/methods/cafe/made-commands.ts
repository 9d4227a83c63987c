import type { ItemId, SeatId, TableId } from '../../kernel/index.ts'
import type { WorkCommandOf } from '../workings.ts'
import type { CAFE_COMMANDS } from './commands/commands.ts'
import type { CafeState } from './state.ts'

type CafeCommand = WorkCommandOf<(typeof CAFE_COMMANDS)[number]>

/** What a random command may name. */
interface Names {
  readonly seat: SeatId
  readonly item: ItemId
  readonly number: number
  /** The café that is live, if one is. */
  readonly cafe: CafeState | undefined
}

const NO_TABLE = 'no-table-is-here' as TableId

/** A command of every type of the café, out of names that need not fit. For laws. */
export const makeCafe = <Given>(
  name: (given: Given) => Names,
): { readonly [Type in CafeCommand['type']]: (given: Given) => Extract<CafeCommand, { type: Type }> } => {
  const tableOf = ({ cafe, number }: Names): TableId =>
    cafe?.tables[number % Math.max(1, cafe.tables.length)]?.id ?? NO_TABLE
  const from =
    <Command extends CafeCommand>(make: (names: Names, table: TableId) => Command) =>
    (given: Given): Command => {
      const names = name(given)
      return make(names, tableOf(names))
    }
  return {
    'set-up-cafe': from(({ seat, item, number, cafe }) => ({
      type: 'set-up-cafe',
      mode: number % 3 ? 'planned' : 'free',
      hosts: number % 2 ? 'fixed' : 'relay',
      halfStay: number % 5 > 0,
      questions: [`Question ${number}?`],
      mixBy: number % 2 ? ['side'] : [],
      wishes: [],
      tables: [
        ...(cafe?.tables.slice(0, number % 4) ?? []).map(({ id, name: title }) => ({ id, name: title })),
        { name: 'New', ...(number % 3 === 0 && { host: seat }), ...(number % 4 === 0 && { sources: [item] }) },
      ],
    })),
    'edit-table': from(({ number }, table) => ({
      type: 'edit-table',
      table,
      ...(number % 2 ? { closed: number % 4 > 1 } : { question: number % 3 ? 'And here?' : '', capacity: number % 5 }),
    })),
    'adjust-cafe': from(({ number }) => ({
      type: 'adjust-cafe',
      questions: [`Question ${number}?`],
      mixBy: ['language'],
    })),
    plan: from(() => ({ type: 'plan' })),
    announce: from(() => ({ type: 'announce' })),
    arrive: from(() => ({ type: 'arrive' })),
    stay: from(({ number }) => ({ type: 'stay', stays: number % 3 > 0 })),
    'set-host': from(({ seat }, table) => ({ type: 'set-host', table, seat })),
    'name-next-host': from(({ seat }, table) => ({ type: 'name-next-host', table, seat })),
    'move-person': from(({ seat, number }, table) => ({
      type: 'move-person',
      seat,
      ...(number % 5 && { table }),
      when: number % 2 ? 'now' : 'next',
    })),
    sit: from((_names, table) => ({ type: 'sit', table })),
    'leave-table': from(() => ({ type: 'leave-table' })),
    'add-to-cloth': from(({ number }, table) => ({
      type: 'add-to-cloth',
      table,
      round: (number % 3) + 1,
      kind: 'idea',
      text: `Said ${number}`,
    })),
    'write-harvest': from(({ number }, table) => ({
      type: 'write-harvest',
      table,
      insights: Array.from({ length: number % 4 }, (_, nth) => `Insight ${nth} of ${number}`),
      ...(number % 2 && { question: `Deeper ${number}?` }),
    })),
    'show-table': from(({ number }, table) => ({ type: 'show-table', ...(number % 3 && { table }) })),
  }
}
