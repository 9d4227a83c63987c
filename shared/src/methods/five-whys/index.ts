import * as v from 'valibot'
import { LIMITS } from '../../kernel/index.ts'
import { defineMethod } from '../method.ts'
import { minutes } from '../minutes.ts'
import { NO_RIGHTS } from '../rights.ts'
import { selection } from '../selection.ts'
import { workings } from './workings.ts'

export { branchOf, childrenOf, depthOf, findCause, isPruned, pathOf } from './branch.ts'
export { type WhyFigures, isOverdue } from './figures.ts'
export { listGaps } from './problem.ts'
export { readAllUpwards, readUpwards } from './therefore.ts'
export * from './tree.ts'
export type { CauseView, OwnWhys, WhysView } from './whys-view.ts'

/**
 * Five Whys: from one problem that happened to the causes that can be removed, by asking why of every answer.
 *
 * After Ohno (1988), with a tree in place of one chain and with marks that evidence must earn, since a single line of
 * answers misses causes that work together (Card 2017). Everything in it comes by commands of its own, so that no phase
 * gives a right over the board: a cause that was written there would stand nowhere in the tree.
 */
export const fiveWhys = defineMethod({
  id: 'five-whys',
  workings,
  prompts: {
    kinds: ['idea', 'negative-idea', 'note', 'insight', 'question', 'cause'],
    most: LIMITS.promptsPerStep,
    wants: 'hard',
  },
  settings: v.strictObject({
    /** The steps whose items lie open as facts, or hold what the problem is. */
    earlier: v.optional(selection(), []),
    problem: minutes(4),
    whys: minutes(10),
    therefore: minutes(0),
    roots: minutes(3),
    countermeasures: minutes(3),
  }),
  phases: (plan) => [
    { key: 'problem', minutes: plan.problem, policies: NO_RIGHTS },
    { key: 'whys', minutes: plan.whys, policies: NO_RIGHTS },
    { key: 'therefore', minutes: plan.therefore, policies: NO_RIGHTS },
    { key: 'roots', minutes: plan.roots, policies: NO_RIGHTS },
    { key: 'countermeasures', minutes: plan.countermeasures, policies: NO_RIGHTS },
  ],
  takes: ['idea', 'negative-idea', 'note', 'insight', 'question'],
  input: ({ earlier }) => earlier,
  takesOver: { earlier: 'all' },
})
