import { LIMITS, MINUTE_MS, fail, ok, refusal } from '../../kernel/index.ts'
import { disarm } from '../move.ts'
import { fitRest as shortenRest } from '../fit-rest.ts'
import { leads } from '../rights.ts'
import { plannedMinutesOf, timingOf } from '../timing.ts'
import { BEFORE_END, decided, defineCommand } from './command.ts'

/**
 * Shortens what is still to come so that the session is over when it was to be; in the lobby, so that the agenda takes no
 * longer than was planned. Can be taken back for 10 seconds. Answers which steps became shorter, none when all fits.
 */
export const fitRest = defineCommand({
  type: 'fit-rest',
  fields: {},
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, _command, seat, { now }) => {
    const { position } = session
    const { dueAt } = timingOf(session)
    if (position.state === 'live' && dueAt === undefined) return fail(refusal('wrong-phase'))
    const ms = position.state === 'live' && dueAt !== undefined ? dueAt - now : plannedMinutesOf(session) * MINUTE_MS
    const { agenda, clock, changes } = shortenRest(session, ms, now)
    const isClockNew = position.state === 'live' && clock !== position.clock
    if (changes.length === 0 && !isClockNew) return ok(decided(session, [], { shortened: [] }))
    const undoable = { until: now + LIMITS.undoMs, position: disarm(position), agenda: session.agenda, by: seat.id }
    const next = position.state === 'live' && clock ? { ...position, clock } : position
    return ok(decided({ ...session, agenda, position: next, undoable }, [], { shortened: changes }))
  },
})
