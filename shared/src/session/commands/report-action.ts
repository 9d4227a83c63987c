import * as v from 'valibot'
import { anId, fail, ok, refusal } from '../../kernel/index.ts'
import { ReviewFields } from '../../methods/decide/index.ts'
import { findAction, reportOn } from '../decided-steps.ts'
import { leads, takesPart } from '../rights.ts'
import { AFTER_END, decided, defineCommand } from './command.ts'

/** What can be said of an action after the end: what is carried over, a later session says. */
const REPORTED_STATES = ['open', 'done', 'dropped'] as const

/**
 * Says after the end, however long after, how an action went: for its owner, and for those who lead.
 *
 * Refuses with `unknown`, `not-allowed` for somebody else's.
 */
export const reportAction = defineCommand({
  type: 'report-action',
  fields: { action: anId<'action'>(), state: v.picklist(REPORTED_STATES), ...ReviewFields },
  during: AFTER_END,
  may: (_session, seat) => takesPart(seat),
  decide: (session, { action: id, ...report }, seat, { now }) => {
    const found = findAction(session, id)
    if (!found) return fail(refusal('unknown'))
    const { owner } = found.action
    if (!leads(seat) && !('seat' in owner && owner.seat === seat.id)) return fail(refusal('not-allowed'))
    const reported = reportOn(session, id, report, now)
    return reported.ok ? ok(decided(reported.value)) : reported
  },
})
