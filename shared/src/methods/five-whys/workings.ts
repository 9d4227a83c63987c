import { LIMITS, cleanLine } from '../../kernel/index.ts'
import { type Moment, defineWorkings } from '../workings.ts'
import { WHY_COMMANDS } from './commands/commands.ts'
import { textOf } from './commands/command.ts'
import { replaceSeat } from './end-seat.ts'
import { objectToLeaving } from './problem.ts'
import { listRoots } from './roots.ts'
import { type WhyTree, plantTree } from './tree.ts'
import { type OwnWhys, listSupported, viewWhys } from './whys-view.ts'

/** The tree of a run that begins: of the items it was given the first says what happens, and the others lie beside it. */
const beginTree = (moment: Pick<Moment, 'prompts' | 'item'>): WhyTree => {
  const tree = plantTree()
  const [first, ...others] = moment.prompts.filter((item) => textOf(moment, item) !== undefined)
  if (!first) return tree
  const what = cleanLine(textOf(moment, first) ?? '')
  // What does not fit into a line would be cut short there: then the item itself lies beside the problem too.
  const fits = what.length <= LIMITS.questionCharacters
  return {
    ...tree,
    problem: {
      ...tree.problem,
      statement: { what: cleanLine(what.slice(0, LIMITS.questionCharacters)) },
      sources: (fits ? others : [first, ...others]).slice(0, LIMITS.whySources),
    },
  }
}

/** A run of Five Whys: one tree per step, which begins once and stays as it is wherever people go in between. */
export const workings = defineWorkings<WhyTree, unknown>()({
  commands: WHY_COMMANDS,
  enter: (tree, moment) => ({ state: tree ?? beginTree(moment), writes: [] }),
  view: (tree, _settings, { leads }) => viewWhys(tree, leads),
  mine: (tree, _settings, seat): OwnWhys => ({ supports: listSupported(tree, seat) }),
  objectToLeaving,
  keeps: ({ causes }) => causes.flatMap(({ item, evidence }) => [item, ...evidence.map((note) => note.item)]),
  replaceSeat,
  brings: listRoots,
})
