import * as v from 'valibot'
import { LIMITS, anId, fail, refusal } from '../../../kernel/index.ts'
import { admit, listAdmitted, retract } from '../admissions.ts'
import { findOpen } from '../board-coverage.ts'
import { changeTo, defineReverse } from '../work.ts'

/** Says of a negative idea that it is done already, or takes it back. Each person counts once, and nobody learns who said it. */
export const alreadyTrue = defineReverse({
  type: 'already-true',
  fields: { item: anId<'item'>(), isTrue: v.optional(v.boolean(), true) },
  phases: ['reality'],
  unlogged: 'always',
  decide: (state, { item, isTrue }, moment) => {
    const found = findOpen(moment, item)
    if (!found.ok) return found
    const { seat } = moment
    const admitted = (isTrue ? admit : retract)(state.admitted, seat, item)
    const most = LIMITS.admissionsPerSeat
    if (isTrue && listAdmitted(admitted, seat).length > most) return fail(refusal('too-many', { most }))
    return changeTo(admitted === state.admitted ? state : { ...state, admitted })
  },
})
