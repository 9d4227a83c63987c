import * as v from 'valibot'
import { LIMITS, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { readChallenge } from '../create.ts'
import { ChallengeBody, Moment, SessionMinutes, SettingsBody } from '../fields.ts'
import { leaveGrace } from '../regime.ts'
import { leads } from '../rights.ts'
import { BEFORE_END, WHENEVER, decided, defineCommand } from './command.ts'

/** Locks the board for all but facilitators, or opens it again. Own drafts stay open. */
export const lock = defineCommand({
  type: 'lock',
  fields: { locked: v.boolean() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { locked }, _seat, { now }) => {
    if (session.locked === locked) return ok(decided(session))
    const grace = leaveGrace(session, now)
    return ok(decided({ ...omit(session, 'grace'), locked, ...(grace && { grace }) }))
  },
})

/** Puts another challenge in place of the present one, which is kept as an earlier wording; the same one changes nothing. */
export const editChallenge = defineCommand({
  type: 'edit-challenge',
  fields: { challenge: ChallengeBody },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { challenge: wanted }, _seat, { now }) => {
    const challenge = readChallenge(wanted)
    if (JSON.stringify(challenge) === JSON.stringify(readChallenge(session.challenge))) return ok(decided(session))
    const earlier = session.challenge.text ? [{ at: now, challenge: session.challenge }] : []
    const challengeHistory = [...session.challengeHistory, ...earlier].slice(-LIMITS.challengeVersions)
    return ok(decided({ ...session, challenge, challengeHistory }))
  },
})

/** Changes what is given of the session's settings; `lateUntil: null` takes that day away. */
export const setSetting = defineCommand({
  type: 'set-setting',
  fields: { ...SettingsBody.entries, lateUntil: v.optional(v.nullable(Moment)) },
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { door, participants, participantsExport, allowLate, headcount, lateUntil }) => {
    const given = [door, participants, participantsExport, allowLate, headcount, lateUntil]
    if (given.every((value) => value === undefined)) {
      return fail(refusal('bad-input', { path: '' }))
    }
    const { settings } = session
    const late = lateUntil === undefined ? settings.lateUntil : lateUntil
    return ok(
      decided({
        ...session,
        settings: {
          door: door ?? settings.door,
          participants: participants ?? settings.participants,
          participantsExport: participantsExport ?? settings.participantsExport,
          allowLate: allowLate ?? settings.allowLate,
          ...(typeof late === 'number' && { lateUntil: late }),
          ...((headcount ?? settings.headcount) !== undefined && { headcount: headcount ?? settings.headcount }),
        },
      }),
    )
  },
})

/** Says when the session is to begin and how long it is to take; `null` takes that away, what is not given stays. */
export const schedule = defineCommand({
  type: 'schedule',
  fields: { plannedAt: v.optional(v.nullable(Moment)), plannedMinutes: v.optional(v.nullable(SessionMinutes)) },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { plannedAt = session.plannedAt, plannedMinutes = session.plannedMinutes }) =>
    ok(
      decided({
        ...omit(session, 'plannedAt', 'plannedMinutes'),
        ...(typeof plannedAt === 'number' && { plannedAt }),
        ...(typeof plannedMinutes === 'number' && { plannedMinutes }),
      }),
    ),
})
