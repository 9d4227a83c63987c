import { compareItems } from '../../board/index.ts'
import { type ItemId, drawSeed } from '../../kernel/index.ts'
import { type Moment, defineWorkings } from '../workings.ts'
import { countAdmitted, listFindings } from './admissions.ts'
import { coverBoard } from './board-coverage.ts'
import { dealTurningTo, letGo, passTurningOn, setAside } from './commands/dealing.ts'
import { chooseTurned, dropTurned, proposeTurned } from './commands/question.ts'
import { alreadyTrue } from './commands/reality.ts'
import { flagSolution, turnBack, turnRound } from './commands/solutions.ts'
import { replaceSeat } from './replace-seat.ts'
import { viewOwn, viewWork } from './reverse-view.ts'
import type { ReverseSettings } from './settings.ts'
import { type ReverseWork, newWork } from './work.ts'

/** Nobody is dealt more than this before they are free to choose. */
const LARGEST_SHARE = 3

/** How many each person is dealt, so that all of them are, and nobody has to carry more than they can. */
const shareOf = (open: number, people: number): number =>
  Math.min(LARGEST_SHARE, Math.max(1, Math.ceil(open / Math.max(1, people))))

/**
 * What a later step may begin from: what nobody turned round, then what is done already, by how many say so. The first
 * part stands in the order of every list, so that it tells nothing of what people said.
 */
const listBrought = (
  state: ReverseWork,
  board: Pick<Moment, 'step' | 'item' | 'itemsOf' | 'linksOf'>,
): readonly ItemId[] => {
  const waiting = new Set(coverBoard(board, state.aside).open)
  const open = board
    .itemsOf(board.step)
    .filter(({ id }) => waiting.has(id))
    .toSorted(compareItems)
    .map(({ id }) => id)
  const found = listFindings(countAdmitted(state.admitted)).flatMap(({ item }) =>
    !waiting.has(item) && board.item(item)?.state === 'published' ? [item] : [],
  )
  return [...open, ...found]
}

/** What a run of reverse brainstorming keeps besides items: its question, what is done already, who has what before them. */
export const reverseWorkings = defineWorkings<ReverseWork, ReverseSettings>()({
  commands: [
    proposeTurned,
    dropTurned,
    chooseTurned,
    alreadyTrue,
    dealTurningTo,
    passTurningOn,
    letGo,
    setAside,
    flagSolution,
    turnRound,
    turnBack,
  ],
  enter: (before, moment) => {
    const state = before ?? newWork(drawSeed(moment.random))
    const isFirstTurning = moment.phase === 'invert' && state.share === 0
    const share = isFirstTurning ? shareOf(coverBoard(moment, state.aside).open.length, moment.people.length) : 0
    return { state: isFirstTurning ? { ...state, share } : state, writes: [] }
  },
  view: viewWork,
  mine: (state, _settings, seat) => viewOwn(state, seat),
  replaceSeat,
  brings: listBrought,
})
