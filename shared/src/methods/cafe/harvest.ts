import { type ItemId, type SeatId, type TableId, asId, shuffled } from '../../kernel/index.ts'
import type { Moment, WorkChange, WorkWrite } from '../workings.ts'
import type { CafeState, HarvestItems, TableHarvest } from './state.ts'

type HarvestMoment = Pick<Moment, 'cloth' | 'random' | 'newId'>

const NOTHING: HarvestItems = { insights: [] }

/** Everything that lies on the cloths and has not come to the board, in uniformly random order. */
const listRipe = (state: CafeState, { cloth, random }: HarvestMoment) => {
  const known = new Set(state.harvested)
  const ripe = state.tables.flatMap(({ id }) =>
    cloth(id)
      .filter(({ item }) => item.state === 'published' && item.text.trim() !== '' && !known.has(item.id))
      .map((note) => ({ ...note, table: id })),
  )
  return shuffled(ripe, random)
}

/** What the host of a table found becomes items of the board, or follows on those that did. */
export const writeFindings = (
  state: CafeState,
  table: TableId,
  { insights, question }: TableHarvest,
  round: number,
  newId: () => string,
  by?: SeatId,
): WorkChange<CafeState> => {
  const before = state.published?.[table] ?? NOTHING
  const writes: WorkWrite[] = []
  const put = (
    kind: 'insight' | 'question',
    text: string | undefined,
    item: ItemId | undefined,
  ): ItemId | undefined => {
    if (text !== undefined && item !== undefined) {
      writes.push({ type: 'set-text', item, text }, { type: 'set-state', item, state: 'published' })
      return item
    }
    if (item !== undefined) writes.push({ type: 'set-state', item, state: 'withdrawn' })
    if (text === undefined) return undefined
    const made = asId<'item'>(newId())
    writes.push({
      type: 'add-item',
      item: made,
      kind,
      text,
      table,
      ...(round > 0 && { round }),
      ...(by === undefined ? { nobodys: true as const } : { by }),
    })
    return made
  }
  const most = Math.max(insights.length, before.insights.length)
  const items = Array.from({ length: most }, (_, nth) => put('insight', insights[nth], before.insights[nth]))
  const asked = put('question', question, before.question)
  const found: HarvestItems = { insights: items.flatMap((item) => item ?? []), ...(asked && { question: asked }) }
  return { state: { ...state, published: { ...state.published, [table]: found } }, writes }
}

/** The last round that was begun; 0 before any was. */
export const lastRound = ({ rounds }: Pick<CafeState, 'rounds'>): number =>
  rounds.findLastIndex(({ startedAt }) => startedAt !== undefined) + 1

/**
 * The harvest: all that lies on the cloths comes to the board under new ids and in an order drawn by chance, with the table
 * and the round that it is of; and what hosts found as insights and questions. What came before stays as it is.
 */
export const harvestCloths = (state: CafeState, moment: HarvestMoment): WorkChange<CafeState> => {
  const ripe = listRipe(state, moment)
  const cards = ripe.map(({ item, owner, table }): WorkWrite => ({
    type: 'add-item',
    item: asId(moment.newId()),
    kind: item.kind,
    text: item.text,
    lang: item.lang,
    table,
    ...(item.round !== undefined && { round: item.round }),
    ...(owner === undefined ? { nobodys: true as const } : { by: owner }),
  }))
  const harvested = [...(state.harvested ?? []), ...ripe.map(({ item }) => item.id)]
  let next: CafeState = { ...state, harvested, published: state.published ?? {} }
  const writes: WorkWrite[] = [...cards]
  for (const table of state.tables) {
    const findings = state.harvests[table.id]
    if (!findings || state.published?.[table.id]) continue
    const change = writeFindings(next, table.id, findings, lastRound(state), moment.newId, table.host)
    next = change.state
    writes.push(...change.writes)
  }
  return { state: next, writes }
}
