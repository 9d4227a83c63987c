import { fail, ok } from '../../kernel/index.ts'
import { StepBody } from '../fields.ts'
import { moveTo } from '../move.ts'
import { leads } from '../rights.ts'
import { planSwitch } from '../switch.ts'
import { LIVE, decided, defineCommand } from './command.ts'

/**
 * Leaves the live step for another way of working, at once. Everything that was published stays where it is; what is
 * private stays with its owners, who are asked. Answers the new step.
 */
export const switchMethod = defineCommand({
  type: 'switch-method',
  fields: { to: StepBody },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  decide: (session, { to: body }, seat, circumstances) => {
    const planned = planSwitch(session, body, circumstances.newId)
    if (!planned.ok) return fail(planned.error)
    const { to, left, agenda } = planned.value
    return ok(decided(moveTo(session, to, left, circumstances, seat.id, agenda), [], { step: to.step.id }))
  },
})
