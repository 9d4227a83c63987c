import { type ItemId, type SeatId, omit } from '../../kernel/index.ts'
import { depthOf } from './branch.ts'
import { type DepthHint, depthHint } from './depth-hint.ts'
import { type WhyFigures, figuresOf } from './figures.ts'
import { evidenceStateOf } from './proof.ts'
import { listLacks } from './roots.ts'
import type { Cause, Requirement, RootMark, WhyTree } from './tree.ts'

/** A root mark as everyone sees it: how many support it, never who does. */
export interface RootMarkView extends Omit<RootMark, 'supporters'> {
  readonly support: number
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
  /** For those who lead. */
  readonly figures?: WhyFigures
}

/** What one person alone is told: the causes that they support as roots. */
export interface OwnWhys {
  readonly supports: readonly ItemId[]
}

const viewMark = (root: RootMark): RootMarkView => ({
  ...omit(root, 'supporters'),
  support: root.supporters.length,
})

/** The tree as everyone may see it: every cause with its depth, its hint and what it lacks. Those who lead see figures too. */
export const viewWhys = (tree: WhyTree, leads: boolean): WhysView => ({
  ...tree,
  ...(leads && { figures: figuresOf(tree) }),
  causes: tree.causes.map((cause) => {
    const depth = depthOf(tree, cause.item)
    const hint = depthHint(depth)
    return {
      ...omit(cause, 'root'),
      depth,
      ...(hint && { hint }),
      evidenceState: evidenceStateOf(tree, cause),
      lacks: listLacks(tree, cause),
      ...(cause.root && { root: viewMark(cause.root) }),
    }
  }),
})

/** The causes that a seat supports as roots. For that seat alone. */
export const listSupported = (tree: WhyTree, seat: SeatId): readonly ItemId[] =>
  tree.causes.filter(({ root }) => root?.supporters.includes(seat)).map(({ item }) => item)
