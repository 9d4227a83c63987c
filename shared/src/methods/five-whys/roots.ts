import { type ItemId, omit } from '../../kernel/index.ts'
import { isPruned, pathOf } from './branch.ts'
import { hasProof } from './proof.ts'
import type { Cause, Requirement, RootMark, WhyTree } from './tree.ts'

/** What a cause lacks to be confirmed as a root. */
export const listLacks = (tree: WhyTree, cause: Cause): readonly Requirement[] => {
  const met: Readonly<Record<Requirement, boolean>> = {
    'problem-accepted': tree.problem.accepted,
    'not-refuted': !isPruned(tree, cause.item),
    verified: cause.verdict === 'verified',
    'reads-upwards': pathOf(tree, cause.item).every(({ link }) => link === 'holds'),
    'in-reach': cause.control === 'ours' || cause.control === 'influence',
  }
  return (Object.keys(met) as Requirement[]).filter((requirement) => !met[requirement])
}

/** What no reason makes up for. */
const isHard = (requirement: Requirement): boolean =>
  requirement === 'problem-accepted' || requirement === 'not-refuted'

/** Whether a cause that lacks so much may be confirmed, where a written reason covers some requirements. */
export const isEarned = (lacks: readonly Requirement[], despite: readonly Requirement[] = []): boolean =>
  lacks.every((requirement) => !isHard(requirement) && despite.includes(requirement))

/** A cause that may be addressed: proposed or confirmed as a root, in no branch that was cut off. */
export const isRoot = (tree: WhyTree, cause: Cause): boolean =>
  (cause.root?.state === 'candidate' || cause.root?.state === 'confirmed') && !isPruned(tree, cause.item)

/** The roots that were found, as they stand in the tree: confirmed ones first. What later steps work on. */
export const listRoots = (tree: WhyTree): readonly ItemId[] => {
  const roots = tree.causes.filter((cause) => isRoot(tree, cause))
  const isConfirmed = ({ root }: Cause) => root?.state === 'confirmed'
  return [...roots.filter(isConfirmed), ...roots.filter((cause) => !isConfirmed(cause))].map(({ item }) => item)
}

/** Confirmed no longer, but still proposed. */
const fallBack = (root: RootMark): RootMark => ({ state: 'candidate', supporters: root.supporters })

/**
 * Takes back what is no longer earned: verdicts without proof, then confirmations that lack something which their reason
 * does not cover. What follows every change of a tree.
 */
export const settle = (tree: WhyTree): WhyTree => {
  const judged: WhyTree = {
    ...tree,
    causes: tree.causes.map((cause) =>
      cause.verdict && !hasProof(tree, cause, cause.verdict) ? omit(cause, 'verdict') : cause,
    ),
  }
  return {
    ...judged,
    causes: judged.causes.map((cause) =>
      cause.root?.state === 'confirmed' && !isEarned(listLacks(judged, cause), cause.root.despite)
        ? { ...cause, root: fallBack(cause.root) }
        : cause,
    ),
  }
}
