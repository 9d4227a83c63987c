import { type Cluster, type Item, type Link, groupDuplicates, openBoard } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'
import { findSeat, leads } from '@roundel/shared/session'
import type { SessionCore } from './session-core.ts'

const BOARD = { kind: 'board' } as const

/** An item as one person may see it. */
export type SeenItem = Omit<Item, 'author'> & {
  /** Says to its owner, and to nobody else, that it is theirs. */
  readonly mine?: true
  /** Whose it is, where names are shown. */
  readonly author?: SeatId
}

/** What stands on the board, as one person may see it. */
export interface SeenBoard {
  readonly items: readonly SeenItem[]
  readonly clusters: readonly Cluster[]
  readonly links: readonly Link[]
}

const compareItems = (left: SeenItem, right: SeenItem): number => {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : 1
}

/**
 * The board as one person may see it: withdrawn items are their owner's, hidden ones the facilitators', and so is what was
 * merged into either. Without a seat it is what nobody objects to: neither. Authors come from
 * the server's own list and only where names are shown, never from the document. Resolves when all of it is on disk.
 */
export const readBoard = async (core: SessionCore, seat?: SeatId): Promise<SeenBoard> => {
  const room = await core.documents.open(BOARD)
  const { owners } = core
  const session = core.ahead()
  const viewer = seat && findSeat(session, seat)
  const isLeading = viewer !== undefined && leads(viewer)
  const shown = new Set(session.agenda.filter((step) => step.names === 'shown').map((step) => step.id))
  const board = openBoard(room.read())
  const items = board.items.all()
  const isAway = ({ state }: Item): boolean => state === 'withdrawn' || (state === 'hidden' && !isLeading)
  const groups = groupDuplicates(items, board.links.all().values())
  const beneath = new Set(
    [...groups].flatMap(([standing, merged]) => {
      const item = items.get(standing)
      return item && isAway(item) ? merged.map(({ id }) => id) : []
    }),
  )
  const seen = ({ author: _claimed, ...item }: Item): SeenItem[] => {
    const owner = owners.of(BOARD, 'items', item.id)
    const isOwn = owner !== undefined && owner === seat
    if (item.state === 'withdrawn' && !isOwn) return []
    if (item.state === 'hidden' && !isLeading) return []
    if (beneath.has(item.id) && !isOwn) return []
    return [
      {
        ...item,
        ...(isOwn && { mine: true as const }),
        ...(owner !== undefined && shown.has(item.step) && { author: owner }),
      },
    ]
  }
  const answer = {
    items: [...items.values()].flatMap(seen).sort(compareItems),
    clusters: [...board.clusters.all().values()],
    links: [...board.links.all().values()],
  }
  await core.settled()
  return answer
}
