import { ok } from '../../kernel/index.ts'
import { withoutSeat } from '../end-seat.ts'
import { signAnew } from '../sign-anew.ts'
import { WHENEVER, decided, defineCommand } from './command.ts'

/**
 * Erases one's own name and every tie to it: seat, grants, private items, and whose the shared items are. What was shared
 * stays. The facilitator hands over first; who was removed asks those who lead.
 */
export const forgetMe = defineCommand({
  type: 'forget-me',
  fields: {},
  during: WHENEVER,
  from: ['seated', 'waiting', 'refused', 'parked'],
  may: (_session, seat) => seat.role !== 'facilitator' && seat.role !== 'screen',
  decide: (session, _command, { id }, circumstances) => {
    const unsigned = signAnew(id, undefined, circumstances)
    return ok({
      ...decided(withoutSeat(session, id, circumstances.newId), unsigned),
      ended: { type: 'forgotten', seat: id },
    })
  },
})
