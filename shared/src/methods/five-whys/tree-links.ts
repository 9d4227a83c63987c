import type { Link, LinkType } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'
import type { Moment, WorkWrite } from '../workings.ts'
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

const keyOf = ({ type, from, to }: Pick<Link, 'type' | 'from' | 'to'>): string => `${type} ${from} ${to}`

/** What has to be written so that the board holds the links of one tree instead of those of another. */
export const writeLinks = (
  before: WhyTree,
  after: WhyTree,
  { linksOf: linksAt }: Pick<Moment, 'linksOf'>,
): readonly WorkWrite[] => {
  const [old, next] = [linksOf(before), linksOf(after)]
  const [oldKeys, nextKeys] = [new Set(old.map(keyOf)), new Set(next.map(keyOf))]
  return [
    ...old
      .filter((link) => !nextKeys.has(keyOf(link)))
      .flatMap((gone) => linksAt(gone.from).filter((link) => keyOf(link) === keyOf(gone)))
      .map(({ id }): WorkWrite => ({ type: 'remove-link', link: id })),
    ...next.filter((link) => !oldKeys.has(keyOf(link))).map((link): WorkWrite => ({ type: 'add-link', link })),
  ]
}
