import { anId, asId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Circumstances, DocumentWrite } from '../circumstances.ts'
import { hasRoom } from '../capacity.ts'
import { mergeSeats, withoutSeat } from '../end-seat.ts'
import { Name } from '../fields.ts'
import { leads } from '../rights.ts'
import type { Seat } from '../session.ts'
import { signAnew } from '../sign-anew.ts'
import { BEFORE_END, decided, defineCommand } from './command.ts'
import { findHeld } from './people.ts'

/** The private items of one seat, written into the document of the other as they are. */
const moveDrafts = (from: Seat, to: Seat, { drafts, newId }: Circumstances): readonly DocumentWrite[] => {
  const taken = new Set(drafts(to.id).map(({ id }) => id))
  return drafts(from.id).map((item) => ({
    type: 'put-draft',
    seat: to.id,
    item: taken.has(item.id) ? { ...item, id: asId(newId()) } : item,
  }))
}

/**
 * Makes two seats of one person into the first: what the other wrote, and the devices that opened it, are the first's from
 * then on. It cannot be taken back, so `name` repeats the name of the seat that ends. Nobody who leads is merged, so that
 * no device comes to lead by it.
 */
export const mergeTwo = defineCommand({
  type: 'merge-seats',
  fields: { seat: anId<'seat'>(), other: anId<'seat'>(), name: Name },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { seat: id, other, name }, _seat, circumstances) => {
    const found = findHeld(session, id)
    if (!found.ok) return found
    const ending = findHeld(session, other)
    if (!ending.ok) return ending
    const [kept, merged] = [found.value, ending.value]
    if (kept.role !== 'participant') return fail(refusal('bad-input', { path: 'seat' }))
    const fits = merged.role === 'participant' || merged.role === 'observer'
    if (kept.id === merged.id || !fits) return fail(refusal('bad-input', { path: 'other' }))
    if (merged.name !== name) return fail(refusal('bad-input', { path: 'name' }))
    const { newId } = circumstances
    const sitsDown = kept.state !== 'seated' && merged.state === 'seated'
    if (sitsDown && !hasRoom(withoutSeat(session, merged.id, newId), kept.role)) return fail(refusal('full'))
    const signatures = signAnew(merged.id, kept.id, circumstances)
    return ok({
      ...decided(mergeSeats(session, kept, merged, newId), [...signatures, ...moveDrafts(merged, kept, circumstances)]),
      ended: { type: 'merged', seat: merged.id, into: kept.id },
      notice: { code: 'seats-merged', details: { seat: kept.id, was: merged.name, name: kept.name } },
    })
  },
})
