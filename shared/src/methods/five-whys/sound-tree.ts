import { LIMITS } from '../../kernel/index.ts'
import { findCause, pathOf } from './branch.ts'
import { hasProof } from './proof.ts'
import { isEarned, listLacks } from './roots.ts'
import { goesInCircles } from './shared-causes.ts'
import type { WhyTree } from './tree.ts'

/** Everything that is wrong with a tree, in words for whoever looks for the mistake; nothing for a sound one. */
export const listFaults = (tree: WhyTree): readonly string[] => {
  const faults: string[] = []
  const claim = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  const items = tree.causes.map(({ item }) => item)
  claim(new Set(items).size === items.length, 'a cause stands twice')
  claim(items.length <= LIMITS.whyCauses, 'too many causes')
  claim(tree.checks.length <= LIMITS.whyChecks, 'too many checks')
  claim(tree.countermeasures.length <= LIMITS.whyIdeas, 'too many ideas')
  claim(!goesInCircles(tree), 'the same causes explain themselves')
  claim(tree.focus === undefined || items.includes(tree.focus), 'the focus is on nothing')
  for (const cause of tree.causes) {
    const path = pathOf(tree, cause.item)
    claim(path.length <= LIMITS.whyDepth, `${cause.item} is too deep`)
    claim(path.at(-1)?.parent === undefined, `${cause.item} does not lead to the problem`)
    claim(new Set(path).size === path.length, `${cause.item} explains itself`)
    claim(cause.evidence.length <= LIMITS.whyEvidence, `${cause.item} has too much evidence`)
    claim(!cause.verdict || hasProof(tree, cause, cause.verdict), `${cause.item} was judged without proof`)
    const isConfirmed = cause.root?.state === 'confirmed'
    claim(!isConfirmed || isEarned(listLacks(tree, cause), cause.root.despite), `${cause.item} is confirmed unearned`)
    claim(!cause.root?.despite || Boolean(cause.root.reason), `${cause.item} is confirmed for no reason`)
    const supporters = cause.root?.supporters ?? []
    claim(new Set(supporters).size === supporters.length, `${cause.item} is supported twice by one`)
  }
  for (const { cause, as } of tree.same) {
    claim(cause !== as && items.includes(cause) && items.includes(as), 'something is the same as nothing')
  }
  for (const { id, cause } of tree.checks) claim(items.includes(cause), `check ${id} asks nothing`)
  for (const { item, addresses } of tree.countermeasures) {
    claim(addresses.length > 0, `idea ${item} addresses nothing`)
    for (const root of addresses) claim(findCause(tree, root)?.root !== undefined, `idea ${item} addresses no root`)
  }
  return faults
}
