import type { Item, Link } from '../board/index.ts'
import type { WorkPart } from './view/view.ts'

/**
 * Items and links as they are put before people who judge: without what the methods of their steps keep from them, and every
 * link to it.
 */
export const showToJudges = <
  Shown extends Pick<Item, 'id' | 'kind' | 'step'>,
  Joined extends Pick<Link, 'from' | 'to'>,
>(
  work: WorkPart | undefined,
  items: readonly Shown[],
  links: readonly Joined[],
): { readonly items: readonly Shown[]; readonly links: readonly Joined[] } => {
  const hidden = new Set(items.filter(({ step, kind }) => work?.[step]?.unseen?.includes(kind)).map(({ id }) => id))
  return {
    items: items.filter(({ id }) => !hidden.has(id)),
    links: links.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  }
}
