import * as v from 'valibot'
import { type DraftItem, ItemKind, ItemText, isJudgeable, mayLink } from '../../board/index.ts'
import { type ItemId, LIMITS, type Refusal, anId, asId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import type { Circumstances, DocumentWrite, OwnedItem } from '../circumstances.ts'
import { ItemLang } from '../fields.ts'
import { findStep, isRevealed } from '../plan.ts'
import { isPublishable, publish } from '../publish.ts'
import { isOfSome, listRegimes } from '../regime.ts'
import { findSeated, leads, takesPart } from '../rights.ts'
import type { Seat, Session } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { isKept } from '../work.ts'
import { freeDuplicates } from './merging.ts'
import { type Objection, objectAt, objectNow, objectToLock, wrongPhase } from './objection.ts'

const objectToAdding =
  (seat: Seat): Objection =>
  (regime) =>
    objectToLock(seat)(regime) ?? (regime.policies.add === 'open' ? undefined : wrongPhase)

const objectToCorrecting =
  (seat: Seat): Objection =>
  (regime) =>
    objectToLock(seat)(regime) ?? (regime.policies.edit === 'none' ? wrongPhase : undefined)

export const boardIsFull = ({ itemCount }: Circumstances): boolean => itemCount() >= LIMITS.itemsPerBoard

/**
 * Adds an item to the board while the phase is open. The server makes its id; its owner learns from their draft that it
 * is theirs. A scribe or a facilitator may write for somebody who speaks. Where a phase turns items round, the new one says
 * which, by `inverts`. What it was inspired by is linked as far as that stands on the board. Answers the id.
 */
export const addItem = defineCommand({
  type: 'add-item',
  fields: {
    kind: ItemKind,
    text: ItemText,
    lang: v.optional(ItemLang),
    onBehalf: v.optional(anId<'seat'>()),
    inverts: v.optional(
      v.pipe(v.array(anId<'item'>()), v.minLength(1), v.maxLength(LIMITS.invertedAtOnce), v.readonly()),
    ),
    inspiredBy: v.optional(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.inspirations), v.readonly())),
  },
  during: LIVE,
  may: (_session, seat, command) =>
    takesPart(seat) && (command?.onBehalf === undefined || leads(seat) || seat.flags.includes('scribe')),
  objection: (session, seat) => objectNow(session, objectToAdding(seat)),
  decide: (session, { kind, text, lang, onBehalf, inverts, inspiredBy }, self, circumstances) => {
    const { now, newId } = circumstances
    const object: Objection = (regime) =>
      objectToAdding(self)(regime) ?? (regime.policies.kinds.includes(kind) ? undefined : wrongPhase)
    const objection = objectAt(session, now, object)
    if (objection) return fail(objection)
    const regime = listRegimes(session, now).find((candidate) => !object(candidate))
    const home = regime && findStep(session, regime.step)
    if (!home) return fail(wrongPhase)
    const inverted = [...new Set(inverts)]
    if (regime.policies.inverts !== undefined && inverted.length === 0) {
      return fail(refusal('bad-input', { path: 'inverts' }))
    }
    const misfit = objectToInverting(kind, inverted, circumstances)
    if (misfit) return fail(misfit)
    const owner = onBehalf === undefined ? ok(self) : findSeated(session, onBehalf)
    if (!owner.ok || !takesPart(owner.value)) return fail(refusal('unknown'))
    if (boardIsFull(circumstances)) return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
    const draft: DraftItem = {
      id: asId(newId()),
      kind,
      step: home.id,
      text,
      lang: lang ?? session.language,
      ...(home.names === 'shown' && { colour: owner.value.colour }),
      ...(inspiredBy && inspiredBy.length > 0 && { inspiredBy }),
      state: 'ready',
    }
    const id = asId<'item'>(newId())
    const writes = publish(session, home, { seat: owner.value.id, item: draft }, id, circumstances.itemCount())
    const links = inverted.map((to): DocumentWrite => ({
      type: 'add-link',
      link: { id: asId(newId()), type: 'inverts', from: id, to },
    }))
    return ok(decided(session, [...writes, ...links], { item: id }))
  },
})

/** Why an item of a kind cannot turn these round: one is not there, does not lie open, or is none to turn round. */
const objectToInverting = (
  kind: ItemKind,
  inverted: readonly ItemId[],
  { item }: Circumstances,
): Refusal | undefined => {
  for (const id of inverted) {
    const found = item(id)?.item
    if (!found) return refusal('unknown')
    if (!mayLink('inverts', kind, found.kind)) return refusal('bad-input', { path: 'inverts' })
    if (found.state !== 'published') return refusal('closed', { state: found.state })
  }
  return undefined
}

/** Whether a person may correct or withdraw an item under the rights of a moment. Leading gives no right over what others wrote. */
const objectToCorrectingItem =
  (seat: Seat, { item, owner }: OwnedItem): Objection =>
  (regime) => {
    const objection = objectToCorrecting(seat)(regime)
    if (objection) return objection
    const { edit, edits } = regime.policies
    if (edits?.includes(item.kind) === false) return wrongPhase
    // It lies open, and what turns it round says so by its words: also in every later step.
    if (!isJudgeable(item.kind)) return wrongPhase
    const may = edit === 'all' || owner === seat.id || (edit === 'some' && isOfSome(regime, seat))
    return may ? undefined : refusal('not-allowed')
  }

/** Corrects the text of a published item, without a trace of who did it in the document. */
export const editItem = defineCommand({
  type: 'edit-item',
  fields: { item: anId<'item'>(), text: ItemText },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToCorrecting(seat)),
  decide: (session, { item: id, text }, seat, { item, now }) => {
    const found = item(id)
    if (!found) return fail(refusal('unknown'))
    const objection = objectAt(session, now, objectToCorrectingItem(seat, found))
    if (objection) return fail(objection)
    if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))
    if (found.item.state !== 'published') return fail(refusal('closed', { state: found.item.state }))
    return ok(decided(session, [{ type: 'set-text', item: id, text }], { item: id }))
  },
})

/**
 * Takes one's own item off the board, or with `withdrawn: false` brings it back. Its text is kept; what others wrote and
 * was merged into it stands by itself again.
 */
export const withdraw = defineCommand({
  type: 'withdraw',
  fields: { item: anId<'item'>(), withdrawn: v.optional(v.boolean(), true) },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToCorrecting(seat)),
  decide: (session, { item: id, withdrawn }, seat, circumstances) => {
    const { item, now } = circumstances
    const found = item(id)
    if (!found) return fail(refusal('unknown'))
    if (found.owner !== seat.id) return fail(refusal('not-allowed'))
    const objection = objectAt(session, now, objectToCorrectingItem(seat, found))
    if (objection) return fail(objection)
    if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))
    const { state } = found.item
    const next = withdrawn ? 'withdrawn' : 'published'
    if (state === next) return ok(decided(session, [], { item: id }))
    // What a facilitator hid or merged does not come back by way of a withdrawal.
    const fits = withdrawn ? state === 'published' || state === 'parked' : state === 'withdrawn'
    if (!fits) return fail(refusal('closed', { state }))
    const freed = withdrawn ? freeDuplicates(id, circumstances) : []
    return ok(decided(session, [{ type: 'set-state', item: id, state: next }, ...freed], { item: id }))
  },
})

/** Why nothing late comes onto the board any more, at a moment where that is known: after the end it has a last day. */
export const objectToLate = ({ position, settings }: Session, now?: number): Refusal | undefined => {
  if (position.state !== 'ended') return settings.allowLate ? undefined : refusal('closed')
  const { lateUntil } = settings
  return lateUntil === undefined || (now !== undefined && now >= lateUntil) ? refusal('ended') : undefined
}

/**
 * Publishes one of one's own private items after the reveal of its step, marked as late; after the end as long as that is
 * allowed. Answers its id on the board.
 */
export const publishLate = defineCommand({
  type: 'publish-late',
  fields: { draft: anId<'item'>() },
  during: ['live', 'ended'],
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => {
    const late = objectToLate(session)
    if (late || session.position.state === 'ended') return late
    const isAnyRevealed = session.agenda.some((step) => isRevealed(session, step))
    return isAnyRevealed ? objectNow(session, objectToLock(seat)) : wrongPhase
  },
  decide: (session, { draft: id }, seat, circumstances) => {
    const isOver = session.position.state === 'ended'
    const late = objectToLate(session, circumstances.now)
    if (late) return fail(late)
    const objection = isOver ? undefined : objectAt(session, circumstances.now, objectToLock(seat))
    if (objection) return fail(objection)
    const draft = circumstances.draft(seat.id, id)
    if (!draft) return fail(refusal('unknown'))
    if (draft.state === 'published' || draft.boardItem) return fail(refusal('duplicate'))
    const step = findStep(session, draft.step)
    if (!step) return fail(refusal('unknown'))
    if (!isRevealed(session, step)) return fail(wrongPhase)
    if (!isPublishable(step, draft)) return fail(refusal('bad-input', { path: 'draft' }))
    if (boardIsFull(circumstances)) return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
    const item = asId<'item'>(circumstances.newId())
    const writes = publish(
      session,
      step,
      { seat: seat.id, item: omit(draft, 'table', 'round') },
      item,
      circumstances.itemCount(),
      true,
    )
    return ok(decided(session, writes, { item }))
  },
})
