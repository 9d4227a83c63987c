import * as v from 'valibot'
import { fail, ok, refusal } from '../../kernel/index.ts'
import { runsClock } from '../keeping.ts'
import type { Clock, Session } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const duration = v.pipe(v.number(), v.safeInteger(), v.maxValue(DAY_MS))

/** What is left on a clock, never below zero; undefined for one that is off. */
const leftMs = (clock: Clock, now: number): number | undefined => {
  switch (clock.state) {
    case 'off':
      return undefined
    case 'running':
      return Math.max(0, clock.endsAt - now)
    case 'paused':
      return clock.leftMs
  }
}

const clockOf = (session: Session): Clock =>
  session.position.state === 'live' ? session.position.clock : { state: 'off' }

const withClock = (session: Session, clock: Clock): Session =>
  session.position.state === 'live' ? { ...session, position: { ...session.position, clock } } : session

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
    const left = Math.min(DAY_MS, exact ?? (leftMs(clock, now) ?? 0) + (addMs ?? 0))
    if (left <= 0) return ok(decided(withClock(session, { state: 'off' })))
    const next: Clock =
      clock.state === 'paused' ? { state: 'paused', leftMs: left } : { state: 'running', endsAt: now + left }
    return ok(decided(withClock(session, next)))
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
