import { LIMITS, aLine, anId, asId, fail, ok, refusal } from '../../../kernel/index.ts'
import { PHASES, define, steers } from './command.ts'

/**
 * Keeps what somebody fears about the decision. Where names are hidden nothing is kept of whose it is, so that nobody, the
 * server included, can tell afterwards. Refuses with `too-many`.
 */
export const addConcern = define({
  type: 'add-concern',
  fields: {
    text: aLine(LIMITS.actionCharacters),
  },
  phases: PHASES,
  unlogged: 'by-whom',
  decide: (work, { text }, { newId, seat, names }) => {
    if (work.concerns.length >= LIMITS.concerns) return fail(refusal('too-many', { most: LIMITS.concerns }))
    const concern = { id: asId<'concern'>(newId()), text, ...(names === 'shown' && { by: seat }) }
    return ok({ state: { ...work, concerns: [...work.concerns, concern] }, writes: [] })
  },
})

/** Takes a concern away: one's own where names are shown; any for those who write the decision down. */
export const dropConcern = define({
  type: 'drop-concern',
  fields: { concern: anId<'concern'>() },
  phases: PHASES,
  unlogged: 'by-whom',
  decide: (work, { concern }, moment) => {
    const found = work.concerns.find(({ id }) => id === concern)
    if (!found) return fail(refusal('unknown'))
    if (!steers(moment) && found.by !== moment.seat) return fail(refusal('not-allowed'))
    return ok({ state: { ...work, concerns: work.concerns.filter((other) => other !== found) }, writes: [] })
  },
})
