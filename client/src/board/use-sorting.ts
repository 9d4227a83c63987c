import { type Board, type Colour, type Item, type Link, colourItem } from '@roundel/shared/board'
import type { Problem } from '../sync/problem.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import type { Order } from './wall/undo-stack.ts'
import type { Undoing } from './wall/use-undo.ts'

/** Why it was refused; undefined when it was done. */
type Refused = Promise<Problem['code'] | undefined>

/**
 * What else is done with notes where they are put in order: merging those that say the same, and colours that mean
 * something. Each can be taken back; what a person may not do is absent.
 */
export interface Sorting {
  readonly merge?: (item: Item, into: Item) => Refused
  readonly unmerge?: (item: Item) => Refused
  readonly colour?: (item: Item, colour: Colour | undefined) => void
  readonly nameColour?: (colour: Colour, name: string) => Refused
}

const linkFrom = (board: Board, item: Item): Link | undefined =>
  [...board.links.all().values()].find(({ type, from }) => type === 'duplicate-of' && from === item.id)

const merging = (board: Board, item: Item, into: Item['id']): Order => ({
  give: { type: 'merge', item: item.id, into },
  back: { type: 'unmerge', item: item.id },
  stands: () => {
    const state = board.items.get(item.id)?.state
    if (state !== 'merged') return state === 'published' ? false : undefined
    return linkFrom(board, item)?.to === into ? true : undefined
  },
})

const turnedRound = ({ give, back, stands }: Order): Order => ({
  give: back,
  back: give,
  stands: () => {
    const does = stands()
    return does === undefined ? undefined : !does
  },
})

/** The ways to sort notes, for who has the right to. */
export const useSorting = ({
  board,
  undoing: { run, order },
  mayColour,
  mayGroup,
}: {
  readonly board: Board | undefined
  readonly undoing: Pick<Undoing, 'run' | 'order'>
  readonly mayColour: boolean
  readonly mayGroup: boolean
}): Sorting => {
  const { live } = useRoom()
  const { me } = useView()
  if (!board) return {}
  const naming = (colour: Colour, name: string): Order => {
    const nameNow = (): string => live.view().session.colours?.[colour] ?? ''
    const before = nameNow()
    const command = { type: 'name-colour', colour } as const
    return {
      give: { ...command, name },
      back: { ...command, name: before },
      stands: () => (nameNow() === name ? true : nameNow() === before ? false : undefined),
    }
  }
  return {
    ...(mayGroup &&
      me.can.merge && {
        merge: (item, into) => order(merging(board, item, into.id)),
        unmerge: async (item) => {
          const link = linkFrom(board, item)
          return link ? order(turnedRound(merging(board, item, link.to))) : undefined
        },
      }),
    ...(mayColour && { colour: (item, colour) => run(colourItem(board, item.id, colour)) }),
    ...(mayGroup && me.can['name-colour'] && { nameColour: (colour, name) => order(naming(colour, name)) }),
  }
}
