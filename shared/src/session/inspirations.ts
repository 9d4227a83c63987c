import { type DraftItem, mayLink } from '../board/index.ts'
import { type ItemId, asId } from '../kernel/index.ts'
import { asWritten } from './as-written.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'
import type { Decision } from './decision.ts'
import { findStep, findStop } from './plan.ts'
import type { Session } from './session.ts'
import { momentOf } from './moment.ts'
import { withWork, workOf, workingsOf } from './work.ts'
import { writeWork } from './write-work.ts'

/** A private item that a decision publishes, and what it says brought it to mind. */
interface Inspired {
  readonly item: ItemId
  readonly draft: DraftItem
  readonly by: readonly ItemId[]
}

/** The private items that a decision puts onto the board, of those that say what inspired them. */
const listInspired = ({ writes }: Decision): readonly Inspired[] => {
  const added = new Set(writes.flatMap((write) => (write.type === 'add-item' ? [write.item.id] : [])))
  return writes.flatMap((write): Inspired[] => {
    if (write.type !== 'put-draft') return []
    const { boardItem: item, inspiredBy = [] } = write.item
    return item && added.has(item) && inspiredBy.length > 0
      ? [{ item, draft: write.item, by: [...new Set(inspiredBy)] }]
      : []
  })
}

/**
 * A decision with links from what it publishes to what that was inspired by, as far as it lies open on the board, or as its
 * method lends it. Whatever else a private item names is left out without a word: it tells of nobody what they looked at.
 */
export const linkInspirations = (decision: Decision, circumstances: Circumstances): Decision => {
  const inspired = listInspired(decision)
  if (inspired.length === 0) return decision
  const lent = lend(decision, inspired, circumstances)
  const { item } = asWritten(circumstances, lent)
  const links = inspired.flatMap(({ item: from, draft, by }) =>
    by.flatMap((to): DocumentWrite[] => {
      const source = item(to)?.item
      const fits = source?.state === 'published' && to !== from && mayLink('inspired-by', draft.kind, source.kind)
      return fits
        ? [{ type: 'add-link', link: { id: asId(circumstances.newId()), type: 'inspired-by', from, to } }]
        : []
    }),
  )
  return links.length === 0 ? lent : { ...lent, writes: [...lent.writes, ...links] }
}

/** The decision with what the methods of these items put onto the board because of them. */
const lend = (decision: Decision, inspired: readonly Inspired[], circumstances: Circumstances): Decision => {
  let next = decision
  for (const [id, items] of Map.groupBy(inspired, ({ draft }) => draft.step)) {
    const board = asWritten(circumstances, next)
    const step = findStep(next.session, id)
    const state = workOf(next.session, id)
    const lendOf = step && workingsOf(step)?.lend
    const wanted = [...new Set(items.flatMap(({ by }) => by))].filter((each) => !board.item(each))
    if (!step || !lendOf || state === undefined || wanted.length === 0) continue
    const phase = phaseOf(next.session, id)
    const change = lendOf(state, wanted, momentOf(next.session, step, phase, board))
    const written = writeWork(next.session, step, change.writes, undefined, board)
    if (!written.ok) continue
    next = {
      ...next,
      session: withWork(next.session, id, change.state),
      writes: [...next.writes, ...written.value],
    }
  }
  return next
}

/** The phase in which a step is, where it is live. */
const phaseOf = (session: Session, id: string): string => {
  const stop = findStop(session)
  return stop?.step.id === id ? stop.phase.key : ''
}
