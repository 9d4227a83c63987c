import { ItemTextOrNone } from '../../board/index.ts'
import { anId, fail, ok, refusal } from '../../kernel/index.ts'
import { ItemLang } from '../fields.ts'
import { findStep, isRevealed } from '../plan.ts'
import { leads, takesPart } from '../rights.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { objectAt, objectNow, objectToLock, wrongPhase } from './objection.ts'

/**
 * Says in another language what an item says; an empty text takes that away. For the item's owner and those who lead, in
 * every phase once its step is revealed. The item's own text stays as it is.
 */
export const translateItem = defineCommand({
  type: 'translate-item',
  fields: { item: anId<'item'>(), lang: ItemLang, text: ItemTextOrNone },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => {
    const isAnyRevealed = session.agenda.some((step) => isRevealed(session, step))
    return isAnyRevealed ? objectNow(session, objectToLock(seat)) : wrongPhase
  },
  decide: (session, { item: id, lang, text }, seat, { item, now }) => {
    const found = item(id)
    if (!found) return fail(refusal('unknown'))
    if (found.owner !== seat.id && !leads(seat)) return fail(refusal('not-allowed'))
    const objection = objectAt(session, now, objectToLock(seat))
    if (objection) return fail(objection)
    const step = findStep(session, found.item.step)
    if (!step || !isRevealed(session, step)) return fail(wrongPhase)
    const { state } = found.item
    if (state !== 'published' && state !== 'parked') return fail(refusal('closed', { state }))
    const second = text === '' ? undefined : { lang, text }
    return ok(decided(session, [{ type: 'set-second', item: id, second }], { item: id }))
  },
})
