import { groupDuplicates } from '../board/index.ts'
import type { ClusterId, ItemId } from '../kernel/index.ts'
import { milestonesIn } from '../session/index.ts'
import type { ReportSource } from './report-source.ts'
import type { ReportWay } from './report.ts'
import { fateKey } from './trails.ts'

/** Tells the way of items and groups of one source. What that takes of the whole session is worked out once. */
export const openWays = ({
  session,
  items,
  links,
  trails,
}: Pick<ReportSource, 'session' | 'items' | 'links' | 'trails'>): ((of: {
  readonly id: ItemId | ClusterId
  readonly cluster?: ClusterId
}) => ReportWay) => {
  const milestones = milestonesIn(session, (action) => trails?.fates.get(fateKey({ session: session.id, action })))
  const merged = trails ? groupDuplicates(new Map(items.map((item) => [item.id, item])), links) : undefined
  return (of) => {
    const passage = milestones(of)
    const origins = trails?.origins.get(of.id as ItemId) ?? []
    const together = (merged?.get(of.id as ItemId) ?? []).flatMap(({ id }) => trails?.origins.get(id) ?? [])
    const later = trails?.later.get(of.id as ItemId) ?? []
    return {
      ...(passage.length > 0 && { passage }),
      ...(origins.length > 0 && { origins }),
      ...(together.length > 0 && { together }),
      ...(later.length > 0 && { later }),
    }
  }
}
