import * as v from 'valibot'
import { DAY_MS, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { runsClock } from '../keeping.ts'
import type { Clock, Session } from '../session.ts'
import { leftOn } from '../timing.ts'
import { LIVE, decided, defineCommand } from './command.ts'

const duration = v.pipe(v.number(), v.safeInteger(), v.maxValue(DAY_MS))

const clockOf = (session: Session): Clock =>
  session.position.state === 'live' ? session.position.clock : { state: 'off' }

/** The session with another clock. To put back the one before would undo more than shortening did. */
const withClock = (session: Session, clock: Clock): Session => {
  const { position, undoable } = session
  if (position.state !== 'live') return session
  const next = { ...session, position: { ...position, clock } }
  return undoable?.position.epoch === position.epoch ? omit(next, 'undoable') : next
}

/** The session with its time set anew: a step that goes on by itself does so at the end of it. */
const withTime = (session: Session, clock: Clock): Session => {
  const next = withClock(session, clock)
  return next.position.state === 'live' ? { ...next, position: omit(next.position, 'held') } : next
}

/**
 * Sets what is left of the phase, or adds to it: exactly one of `leftMs` and `addMs`. A clock at zero counts as zero,
 * so adding a minute gives a minute. A paused clock stays paused, one that is off starts; nothing left turns it off.
 */
export const setClock = defineCommand({
  type: 'set-clock',
  fields: {
    leftMs: v.optional(v.pipe(duration, v.minValue(0))),
    addMs: v.optional(v.pipe(duration, v.minValue(-DAY_MS))),
  },
  during: LIVE,
  may: runsClock,
  decide: (session, { leftMs: exact, addMs }, _seat, { now }) => {
    if ((exact === undefined) === (addMs === undefined)) return fail(refusal('bad-input', { path: 'leftMs' }))
    const clock = clockOf(session)
    const left = Math.min(DAY_MS, exact ?? (leftOn(clock, now) ?? 0) + (addMs ?? 0))
    if (left <= 0) return ok(decided(withTime(session, { state: 'off' })))
    const next: Clock =
      clock.state === 'paused' ? { state: 'paused', leftMs: left } : { state: 'running', endsAt: now + left }
    return ok(decided(withTime(session, next)))
  },
})

/** Stops the clock. Rights do not change. */
export const pause = defineCommand({
  type: 'pause',
  fields: {},
  during: LIVE,
  may: runsClock,
  objection: (session) => (clockOf(session).state === 'running' ? undefined : refusal('wrong-phase')),
  decide: (session, _command, _seat, { now }) => {
    const clock = clockOf(session)
    return clock.state === 'running'
      ? ok(decided(withClock(session, { state: 'paused', leftMs: Math.max(0, clock.endsAt - now) })))
      : fail(refusal('wrong-phase'))
  },
})

/** Starts a stopped clock where it stopped. */
export const resume = defineCommand({
  type: 'resume',
  fields: {},
  during: LIVE,
  may: runsClock,
  objection: (session) => (clockOf(session).state === 'paused' ? undefined : refusal('wrong-phase')),
  decide: (session, _command, _seat, { now }) => {
    const clock = clockOf(session)
    return clock.state === 'paused'
      ? ok(decided(withClock(session, { state: 'running', endsAt: now + clock.leftMs })))
      : fail(refusal('wrong-phase'))
  },
})
