import { type ItemState } from '../../board/index.ts'
import { type ItemId, type Refusal, type Result, anId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Circumstances } from '../circumstances.ts'
import type { Decision } from '../decision.ts'
import { leads } from '../rights.ts'
import { isKept } from '../work.ts'
import type { Session } from '../session.ts'
import { BEFORE_END, WHENEVER, decided, defineCommand } from './command.ts'

/** An item from one of some states into another; nothing happens when it is there already. */
const change = (
  session: Session,
  id: ItemId,
  from: readonly ItemState[],
  to: ItemState,
  { item }: Circumstances,
): Result<Decision, Refusal> => {
  const state = item(id)?.item.state
  if (!state) return fail(refusal('unknown'))
  if (state === to) return ok(decided(session, [], { item: id }))
  if (!from.includes(state)) return fail(refusal('closed', { state }))
  return ok(decided(session, [{ type: 'set-state', item: id, state: to }], { item: id }))
}

/** Hides an item from everybody. Can be taken back. */
export const hide = defineCommand({
  type: 'hide',
  fields: { item: anId<'item'>() },
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { item }, _seat, circumstances) =>
    change(session, item, ['published', 'parked'], 'hidden', circumstances),
})

/** Brings back an item that was hidden or parked. */
export const unhide = defineCommand({
  type: 'unhide',
  fields: { item: anId<'item'>() },
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { item }, _seat, circumstances) =>
    change(session, item, ['hidden', 'parked'], 'published', circumstances),
})

/** Puts an item aside, for another time. */
export const park = defineCommand({
  type: 'park',
  fields: { item: anId<'item'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { item }, _seat, circumstances) =>
    isKept(session, item)
      ? fail(refusal('closed', { gate: 'kept' }))
      : change(session, item, ['published'], 'parked', circumstances),
})
