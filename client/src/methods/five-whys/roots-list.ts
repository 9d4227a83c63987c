import type { CauseView } from '@roundel/shared/methods/five-whys'
import { isPruned } from '@roundel/shared/methods/five-whys'
import type { WhysView } from '@roundel/shared/methods/five-whys'

/** The causes that ideas can be against, confirmed ones first; none of a branch that was cut off. */
export const listRootCauses = (tree: WhysView): readonly CauseView[] => {
  const standing = tree.causes.filter(({ item, root }) => root && root.state !== 'rejected' && !isPruned(tree, item))
  return [
    ...standing.filter(({ root }) => root?.state === 'confirmed'),
    ...standing.filter(({ root }) => root?.state === 'candidate'),
  ]
}
