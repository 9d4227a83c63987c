import type { Item, ItemKind, Link } from '../board/index.ts'
import type { StepId } from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import type { Session } from './session.ts'
import { workingsOf } from './work.ts'

/**
 * Items and links as they are put before people who judge: without what the methods of their steps keep from them, and every
 * link to it.
 */
export const showToJudges = <
  Shown extends Pick<Item, 'id' | 'kind' | 'step'>,
  Joined extends Pick<Link, 'from' | 'to'>,
>(
  session: Session,
  items: readonly Shown[],
  links: readonly Joined[],
): { readonly items: readonly Shown[]; readonly links: readonly Joined[] } => {
  const unseen = new Map<StepId, readonly ItemKind[]>(
    session.agenda.map((step) => [
      step.id,
      workingsOf(step)?.unseenByJudges?.(methodOf(step.kind).settings(step.settings)) ?? [],
    ]),
  )
  const hidden = new Set(items.filter(({ step, kind }) => unseen.get(step)?.includes(kind)).map(({ id }) => id))
  return {
    items: items.filter(({ id }) => !hidden.has(id)),
    links: links.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  }
}
