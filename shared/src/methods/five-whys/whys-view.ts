import { type SeatId, omit } from '../../kernel/index.ts'
import { depthOf } from './branch.ts'
import { type DepthHint, depthHint } from './depth-hint.ts'
import { evidenceStateOf } from './proof.ts'
import { listLacks } from './roots.ts'
import type { Cause, Requirement, RootMark, WhyTree } from './tree.ts'

/** A root mark as one person sees it: how many support it, and whether they do. Never who else does. */
export interface RootMarkView extends Omit<RootMark, 'supporters'> {
  readonly support: number
  readonly mine: boolean
}

export interface CauseView extends Omit<Cause, 'root'> {
  readonly depth: number
  readonly hint?: DepthHint
  readonly evidenceState: ReturnType<typeof evidenceStateOf>
  readonly lacks: readonly Requirement[]
  readonly root?: RootMarkView
}

/** The tree as it may leave the server. */
export interface WhysView extends Omit<WhyTree, 'causes'> {
  readonly causes: readonly CauseView[]
}

const viewMark = (root: RootMark, seat: SeatId): RootMarkView => ({
  ...omit(root, 'supporters'),
  support: root.supporters.length,
  mine: root.supporters.includes(seat),
})

/** The tree as one seat may see it: every cause with its depth, hint and what it lacks, and nobody's support but one's own. */
export const viewWhysFor = (tree: WhyTree, seat: SeatId): WhysView => ({
  ...tree,
  causes: tree.causes.map((cause) => {
    const depth = depthOf(tree, cause.item)
    const hint = depthHint(depth)
    return {
      ...omit(cause, 'root'),
      depth,
      ...(hint && { hint }),
      evidenceState: evidenceStateOf(tree, cause),
      lacks: listLacks(tree, cause),
      ...(cause.root && { root: viewMark(cause.root, seat) }),
    }
  }),
})
