import * as v from 'valibot'
import { LIMITS, aTextOrNone, anId, fail, ok, omit, refusal } from '../../../kernel/index.ts'
import { findLack } from '../lacks.ts'
import { PHASES, define, objectToItems, steers } from './command.ts'

const words = v.optional(aTextOrNone(LIMITS.decisionCharacters))

/**
 * Writes down what is about to be decided: what is not given stays. `revision` is the one that the person saw.
 *
 * Refuses with `closed` and `gate: changed` when somebody else has changed it since, `bad-input` for what cannot be chosen.
 */
export const draftDecision = define({
  type: 'draft-decision',
  fields: {
    text: words,
    why: words,
    items: v.optional(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.chosenIdeas), v.readonly())),
    revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  },
  phases: PHASES,
  may: steers,
  decide: (work, { text, why, items, revision }, moment) => {
    const { decision } = work
    if (revision !== decision.revision) return fail(refusal('closed', { gate: 'changed' }))
    const objection = objectToItems(moment, items, decision.chosen)
    if (objection) return fail(objection)
    return ok({
      state: {
        ...work,
        decision: {
          text: text ?? decision.text,
          chosen: items ? [...new Set(items)] : decision.chosen,
          why: why ?? decision.why,
          revision: revision + 1,
        },
      },
      writes: [],
    })
  },
})

/**
 * Decides what is written down. For whoever decides alone.
 *
 * Refuses with `closed` and the gate: `changed` when it says something else by now, or what it lacks, `text` or `why`.
 */
export const decide = define({
  type: 'decide',
  fields: { revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) },
  phases: PHASES,
  may: ({ decides }) => decides === true,
  objection: (work) => {
    const lack = findLack(work)
    return lack && refusal('closed', { gate: lack })
  },
  decide: (work, { revision }, moment) => {
    const { decision } = work
    if (revision !== decision.revision) return fail(refusal('closed', { gate: 'changed' }))
    const objection = objectToItems(moment, decision.chosen)
    if (objection) return fail(objection)
    return ok({
      state: { ...work, decision: { ...omit(decision, 'decided'), decided: { at: moment.now, by: moment.seat } } },
      writes: [],
    })
  },
})
