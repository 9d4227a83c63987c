import { type DraftItem, type Item, type ItemKind, placeAt, rankAt } from '../board/index.ts'
import { type ItemId, LIMITS, type SeatId, asId, cleanText, shuffled } from '../kernel/index.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'
import { planOf } from './plan.ts'
import { findSeat, isWelcome } from './rights.ts'
import type { Session, Step } from './session.ts'

/** A private item on its way to the board, and whose it is. */
export interface Writing {
  readonly seat: SeatId
  readonly item: DraftItem
}

/**
 * A reveal: every ready private item of a step becomes an item of the board under a new id, in uniformly random order,
 * so that neither order nor id tells who wrote what. What is still being composed stays private, and so does what was
 * published before, what a removed person wrote, and what the step has no place for.
 *
 * A board that is nearly full takes as many as fit; the rest stay ready.
 */
export const publishReady = (session: Session, step: Step, circumstances: Circumstances): readonly DocumentWrite[] => {
  const count = circumstances.itemCount()
  const ready = circumstances.readyDrafts(step.id).filter(
    ({ seat, item }) =>
      isWelcome(findSeat(session, seat)) &&
      item.state === 'ready' &&
      // Whether it was meant for a table is its writer's to say again: they may not have sat there.
      item.table === undefined &&
      isPublishable(step, item),
  )
  return shuffled(ready, circumstances.random)
    .slice(0, Math.max(0, LIMITS.itemsPerBoard - count))
    .flatMap((writing, index) => publish(session, step, writing, asId(circumstances.newId()), count + index))
}

/** Whether a private item can come onto the board: never twice, not empty, and of a kind that its step asks for. */
export const isPublishable = (step: Step, item: DraftItem): boolean =>
  item.step === step.id &&
  item.boardItem === undefined &&
  item.state !== 'published' &&
  kindsOf(step).has(item.kind) &&
  cleanText(item.text) !== ''

/** The kinds of item that people may add in some phase of a step. */
const kindsOf = (step: Step): ReadonlySet<ItemKind> =>
  new Set(planOf(step).flatMap(({ policies }) => (policies.add === 'none' ? [] : policies.kinds)))

/**
 * One private item becomes the `index`-th item of the board. Where names are hidden nothing of the person goes with it:
 * no author, no colour; the owner learns from their own draft which one it became.
 */
export const publish = (
  session: Session,
  step: Step,
  { seat, item }: Writing,
  id: ItemId,
  index: number,
  late = false,
): readonly DocumentWrite[] => {
  const published: Item = {
    id,
    kind: item.kind,
    step: step.id,
    text: cleanText(item.text),
    lang: item.lang,
    ...secondLine(item),
    rank: rankAt(index),
    at: placeAt(index),
    state: 'published',
    ...(late && { late: true as const }),
    ...(item.table !== undefined && { table: item.table }),
    ...(item.round !== undefined && { round: item.round }),
    ...(step.names === 'shown' && signature(session, seat, item)),
  }
  return [
    { type: 'add-item', item: published, owner: seat },
    { type: 'put-draft', seat, item: { ...item, state: 'published', boardItem: id } },
  ]
}

/** What an item says in another language, cleaned; nothing where that leaves nothing. */
const secondLine = ({ second }: Pick<DraftItem, 'second'>): Pick<Item, 'second'> => {
  const text = second ? cleanText(second.text) : ''
  return second && text ? { second: { lang: second.lang, text } } : {}
}

/** What tells whose an item is, where names are shown. */
const signature = (
  session: Session,
  seat: SeatId,
  item: Pick<DraftItem, 'colour'>,
): Pick<Item, 'author' | 'colour'> => {
  const colour = item.colour ?? findSeat(session, seat)?.colour
  return { author: seat, ...(colour && { colour }) }
}
