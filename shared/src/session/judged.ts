import * as v from 'valibot'
import type { Item, Link } from '../board/index.ts'
import { RandomSettings } from '../methods/random/settings.ts'
import { withoutProvenance } from '../methods/random/provenance.ts'
import { findStep } from './plan.ts'
import type { Session } from './session.ts'

/**
 * Items and links as they are put before people who judge: of steps whose facilitators hide what led to an idea without what
 * was drawn, what came to mind, and every link to either.
 */
export const showToJudges = <
  Shown extends Pick<Item, 'id' | 'kind' | 'step'>,
  Joined extends Pick<Link, 'from' | 'to'>,
>(
  session: Session,
  items: readonly Shown[],
  links: readonly Joined[],
): { readonly items: readonly Shown[]; readonly links: readonly Joined[] } => {
  const isHidden = ({ step: id }: Shown): boolean => {
    const step = findStep(session, id)
    return step?.kind === 'random' && v.parse(RandomSettings, step.settings).provenance === 'hidden'
  }
  const hidden = withoutProvenance(items.filter(isHidden), links)
  const shown = new Set(hidden.items)
  return { items: items.filter((item) => !isHidden(item) || shown.has(item)), links: hidden.links }
}
