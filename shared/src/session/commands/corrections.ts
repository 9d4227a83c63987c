import * as v from 'valibot'
import { ItemText, isJudgeable } from '../../board/index.ts'
import { type ItemId, LIMITS, type Refusal, aTextOrNone, anId, asId, fail, ok, refusal } from '../../kernel/index.ts'
import { type Action, ActionChange, type DecideWork, changeAction, withAction } from '../../methods/decide/index.ts'
import type { Circumstances } from '../circumstances.ts'
import { findAction } from '../decided-steps.ts'
import { findSeat, leads, takesPart } from '../rights.ts'
import type { Session } from '../session.ts'
import { listDecided } from '../decided-steps.ts'
import { withWork } from '../work.ts'
import { AFTER_END, decided, defineCommand } from './command.ts'

/** Why nothing is put right any more: the time for it is over. */
const objectToCorrecting = ({ position }: Session, now: number): Refusal | undefined =>
  position.state === 'ended' && now >= position.at + LIMITS.correctionsMs
    ? refusal('frozen', { gate: 'corrections' })
    : undefined

const words = v.optional(aTextOrNone(LIMITS.decisionCharacters))

/** Puts the words of an item right after the end. Refuses with `frozen` once the time for it is over. */
export const correctItem = defineCommand({
  type: 'correct-item',
  fields: { item: anId<'item'>(), text: ItemText },
  during: AFTER_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { item: id, text }, _seat, { item, now }) => {
    const objection = objectToCorrecting(session, now)
    if (objection) return fail(objection)
    const found = item(id)
    if (!found) return fail(refusal('unknown'))
    if (found.item.state !== 'published') return fail(refusal('closed', { state: found.item.state }))
    if (found.item.text === text) return ok(decided(session, [], { item: id }))
    const corrected = { ...session.corrected, [id]: now }
    return ok(decided({ ...session, corrected }, [{ type: 'set-text', item: id, text }], { item: id }))
  },
})

/** Puts the words of a decision right after the end: what was decided stays decided. Refuses as `correct-item` does. */
export const correctDecision = defineCommand({
  type: 'correct-decision',
  fields: { step: anId<'step'>(), text: words, why: words },
  during: AFTER_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step, text, why }, _seat, { now }) => {
    const objection = objectToCorrecting(session, now)
    if (objection) return fail(objection)
    const work = listDecided(session).find((candidate) => candidate.step === step)?.work
    if (!work) return fail(refusal('unknown'))
    const { decision } = work
    const words = { text: text ?? decision.text, why: why ?? decision.why }
    if (words.text === decision.text && words.why === decision.why) return ok(decided(session))
    const next: DecideWork = {
      ...work,
      decision: { ...decision, ...words, revision: decision.revision + 1, corrected: now },
    }
    return ok(decided(withWork(session, step, next)))
  },
})

/** Why an item cannot be what an action comes of, unless it was before. */
const objectToItems = (
  items: readonly ItemId[] = [],
  before: readonly ItemId[],
  { item, isGroup }: Pick<Circumstances, 'item' | 'isGroup'>,
): Refusal | undefined => {
  for (const id of items) {
    if (before.includes(id)) continue
    const found = item(id)?.item
    if (!found && !isGroup(asId(id))) return refusal('unknown')
    if (found && !isJudgeable(found.kind)) return refusal('bad-input', { path: 'items' })
  }
  return undefined
}

/** What an action says, as a text in which everything has its place. */
const wordsOf = ({ text, owner, due, hypothesis, metric, baseline, items }: Action): string =>
  JSON.stringify([text, owner, due, hypothesis, metric, baseline, items])

/** Puts an action right after the end. Refuses as `correct-item` does, and with `unknown` for an owner who never took part. */
export const correctAction = defineCommand({
  type: 'correct-action',
  fields: { action: anId<'action'>(), ...ActionChange },
  during: AFTER_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { action: id, ...change }, _seat, { now, item, isGroup }) => {
    const objection = objectToCorrecting(session, now)
    if (objection) return fail(objection)
    const found = findAction(session, id)
    if (!found) return fail(refusal('unknown'))
    const { owner } = change
    const seat = owner && 'seat' in owner ? findSeat(session, owner.seat) : undefined
    if (owner && 'seat' in owner && !(seat && takesPart(seat))) return fail(refusal('unknown'))
    const misfit = objectToItems(change.items, found.action.items, { item, isGroup })
    if (misfit) return fail(misfit)
    const next = changeAction(found.action, change)
    if (wordsOf(next) === wordsOf(found.action)) return ok(decided(session))
    const work = withAction(found.work, id, () => ({ ...next, corrected: now }))
    return work.ok ? ok(decided(withWork(session, found.step, work.value))) : work
  },
})
