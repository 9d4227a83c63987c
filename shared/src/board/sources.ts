import type { Link } from './records.ts'
import type { LinkType } from './vocabulary.ts'

/** Which end of a link stands before the other: what was there first, and what came of it. */
const orderOf = (type: LinkType): 'to-first' | 'from-first' | 'none' => {
  switch (type) {
    // What somebody wrote because of something else says so itself.
    case 'builds-on':
    case 'inverts':
    case 'inspired-by':
    case 'addresses':
    case 'answers':
    case 'derived-from':
      return 'to-first'
    // A cause is looked for because of what it explains, and rests on what shows it.
    case 'caused-by':
    case 'evidence-for':
    case 'becomes':
      return 'from-first'
    // What speaks against something, stands beside it, or says the same is nothing that it comes from.
    case 'evidence-against':
    case 'associates':
    case 'same-cause-as':
    case 'duplicate-of':
    case 'merged-into':
      return 'none'
  }
}

/** What came of what, by a link: `item` of `source`. Undefined for a link that says nothing of the kind. */
export const sourceIn = ({
  type,
  from,
  to,
}: Pick<Link, 'type' | 'from' | 'to'>): { readonly item: Link['from']; readonly source: Link['from'] } | undefined => {
  const order = orderOf(type)
  if (order === 'none') return undefined
  return order === 'to-first' ? { item: from, source: to } : { item: to, source: from }
}
