import type { LinkType } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'
import type { WhyTree } from './tree.ts'

/** A link that the board holds because of the tree. */
export interface TreeLink {
  readonly type: Extract<LinkType, 'caused-by' | 'same-cause-as' | 'evidence-for' | 'evidence-against' | 'addresses'>
  readonly from: ItemId
  readonly to: ItemId
}

/** Every link that a tree means: from a cause to what explains it, from evidence to its cause, from an idea to its roots. */
export const linksOf = ({ causes, same, countermeasures }: WhyTree): readonly TreeLink[] => [
  ...causes.flatMap(({ item, parent }): TreeLink[] =>
    parent === undefined ? [] : [{ type: 'caused-by', from: parent, to: item }],
  ),
  ...same.map(({ cause, as }): TreeLink => ({ type: 'same-cause-as', from: cause, to: as })),
  ...causes.flatMap(({ item, evidence }) =>
    evidence.map(({ item: note, supports }): TreeLink => ({
      type: supports ? 'evidence-for' : 'evidence-against',
      from: note,
      to: item,
    })),
  ),
  ...countermeasures.flatMap(({ item, addresses }) =>
    addresses.map((root): TreeLink => ({ type: 'addresses', from: item, to: root })),
  ),
]

const keyOf = ({ type, from, to }: TreeLink): string => `${type} ${from} ${to}`

/** Which links the board needs, and which it needs no longer, once one tree has become another. */
export const compareLinks = (
  before: WhyTree,
  after: WhyTree,
): { readonly added: readonly TreeLink[]; readonly removed: readonly TreeLink[] } => {
  const [old, next] = [linksOf(before), linksOf(after)]
  const [oldKeys, nextKeys] = [new Set(old.map(keyOf)), new Set(next.map(keyOf))]
  return {
    added: next.filter((link) => !oldKeys.has(keyOf(link))),
    removed: old.filter((link) => !nextKeys.has(keyOf(link))),
  }
}
