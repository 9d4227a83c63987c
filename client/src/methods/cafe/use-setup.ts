import type { Cluster, Item } from '@roundel/shared/board'
import type { TableId } from '@roundel/shared/kernel'
import type { CafeTable, CafeView } from '@roundel/shared/methods/cafe'
import { listPublished } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'
import { type Press, usePress } from './use-press.ts'

type SetUp = Omit<Extract<CommandBody, { readonly type: 'set-up-cafe' }>, 'type' | 'expected'>
type SetTable = SetUp['tables'][number]

/** A table as it is set, from what is known of it. */
const asSet = (table: CafeTable, name: string): SetTable => {
  const { id, icon, place, capacity, call, question, host, sources, cluster } = table
  return {
    id,
    name: table.name || name,
    ...(icon && { icon }),
    ...(place && { place }),
    ...(capacity && { capacity }),
    ...(call && { call }),
    ...(question && { question }),
    ...(host && { host }),
    ...(sources && { sources }),
    ...(cluster && { cluster }),
  }
}

/** How the café is set, and the ways to set it otherwise. Every change is one command; what is refused stays as it was. */
export const useSetup = () => {
  const t = useText()
  const { view, lead, phase } = useCafe()
  const { press, isBusy, problem } = usePress()
  const board = useBoard()
  const items = listPublished(useRecords<Item>(board?.items))
  const clusters = useRecords<Cluster>(board?.clusters)
  const nameOf = (nth: number): string => t('cafe.table', { number: nth + 1 })
  const current: SetUp = {
    mode: view.mode,
    hosts: view.hosts,
    halfStay: view.halfStay,
    questions: view.questions,
    mixBy: lead?.mixBy ?? [],
    wishes: lead?.wishes ?? [],
    tables: view.tables.map((table, nth) => asSet(table, nameOf(nth))),
  }
  // Once people sit at tables, only what does not unsettle anybody can be changed.
  const isEarly = phase === 'setup' || phase === 'welcome'
  const save = ({ questions, wishes, mixBy, ...change }: Partial<SetUp>): Promise<boolean> => {
    const adjusted = { ...(questions && { questions }), ...(wishes && { wishes }), ...(mixBy && { mixBy }) }
    return press(
      isEarly ? { type: 'set-up-cafe', ...current, ...change, ...adjusted } : { type: 'adjust-cafe', ...adjusted },
    )
  }
  const { tables } = current
  return {
    press: press as Press,
    isBusy,
    problem,
    save,
    /** As many tables as that: those at the end go, or new ones come. */
    count: (wanted: number): Promise<boolean> =>
      save({
        tables: Array.from({ length: wanted }, (_, nth) => tables[nth] ?? { name: nameOf(nth) }),
      }),
    /** Groups of the board that hold anything, which can lie on a cloth from the start. */
    groups: [...clusters.values()].flatMap((cluster) => {
      const held = items.filter((item) => item.cluster === cluster.id).map(({ id }) => id)
      return held.length > 0 ? [{ cluster, held }] : []
    }),
    /** Puts a group onto the cloth of a table; none takes it off. */
    putGroup: (table: TableId, cluster: Cluster['id'] | undefined, held: readonly Item['id'][]): Promise<boolean> =>
      save({
        tables: tables.map((each) => {
          if (each.id !== table) return each
          const { cluster: _cluster, sources: _sources, ...rest } = each
          return cluster ? { ...rest, cluster, sources: held.slice(0, 40) } : rest
        }),
      }),
  }
}

export type Setup = ReturnType<typeof useSetup>

/** Where the questions of a café stand: one for all, one for each round, or one at each table. */
export type Asking = 'one' | 'round' | 'table'

export const askingOf = ({ tables, questions }: Pick<CafeView, 'tables' | 'questions'>): Asking =>
  tables.some(({ question }) => question) ? 'table' : questions.length > 1 ? 'round' : 'one'
