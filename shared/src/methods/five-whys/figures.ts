import type { ItemId } from '../../kernel/index.ts'
import { branchOf, childrenOf, depthOf, isPruned } from './branch.ts'
import { evidenceStateOf } from './proof.ts'
import { isRoot } from './roots.ts'
import { countDifferent } from './shared-causes.ts'
import type { Check, CheckId, WhyTree } from './tree.ts'

/** What those who lead look at while a run goes on, and what says afterwards whether it was any good. */
export interface WhyFigures {
  /** Direct causes of the problem, and how many whys deep the branch of each goes. */
  readonly branches: readonly { readonly cause: ItemId; readonly depth: number }[]
  /** Different causes: one that stands in two branches counts once. Without those of branches that were cut off. */
  readonly causes: number
  readonly withEvidence: number
  readonly openChecks: readonly CheckId[]
  readonly doneChecks: number
  readonly confirmed: number
  readonly confirmedVerified: number
  readonly confirmedOurs: number
  /** Roots that no idea addresses yet. */
  readonly unaddressed: readonly ItemId[]
}

/** Whether a check should be done by now. `today` is a calendar day where its reader is: it is overdue from the day after. */
export const isOverdue = ({ due, result }: Pick<Check, 'due' | 'result'>, today: string): boolean =>
  !result && due < today

/** The figures of a run. */
export const figuresOf = (tree: WhyTree): WhyFigures => {
  const standing = tree.causes.filter(({ item }) => !isPruned(tree, item))
  const count = (causes: typeof standing) =>
    countDifferent(
      tree,
      causes.map(({ item }) => item),
    )
  const open = tree.checks.filter(({ result }) => !result)
  const confirmed = standing.filter(({ root }) => root?.state === 'confirmed')
  const addressed = new Set(tree.countermeasures.flatMap(({ addresses }) => addresses))
  return {
    branches: childrenOf(tree).map(({ item }) => ({
      cause: item,
      depth: Math.max(...branchOf(tree, item).map((below) => depthOf(tree, below.item))),
    })),
    causes: count(standing),
    withEvidence: count(standing.filter((cause) => evidenceStateOf(tree, cause) !== 'none')),
    openChecks: open.map(({ id }) => id),
    doneChecks: tree.checks.length - open.length,
    confirmed: count(confirmed),
    confirmedVerified: count(confirmed.filter(({ verdict }) => verdict === 'verified')),
    confirmedOurs: count(confirmed.filter(({ control }) => control === 'ours')),
    unaddressed: tree.causes
      .filter((cause) => isRoot(tree, cause) && !addressed.has(cause.item))
      .map(({ item }) => item),
  }
}
