import * as v from 'valibot'
import { LIMITS, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { readChallenge } from '../create.ts'
import { ChallengeBody, SettingsBody } from '../fields.ts'
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

/** Puts another challenge in place of the present one, which is kept as an earlier wording. */
export const editChallenge = defineCommand({
  type: 'edit-challenge',
  fields: { challenge: ChallengeBody },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { challenge }, _seat, { now }) => {
    const earlier = session.challenge.text ? [{ at: now, challenge: session.challenge }] : []
    const challengeHistory = [...session.challengeHistory, ...earlier].slice(-LIMITS.challengeVersions)
    return ok(decided({ ...session, challenge: readChallenge(challenge), challengeHistory }))
  },
})

/** Changes what is given of the session's settings. */
export const setSetting = defineCommand({
  type: 'set-setting',
  fields: SettingsBody.entries,
  during: WHENEVER,
  may: (_session, seat) => leads(seat),
  decide: (session, { door, participants, participantsExport, allowLate }) => {
    if ([door, participants, participantsExport, allowLate].every((value) => value === undefined)) {
      return fail(refusal('bad-input', { path: '' }))
    }
    const { settings } = session
    return ok(
      decided({
        ...session,
        settings: {
          door: door ?? settings.door,
          participants: participants ?? settings.participants,
          participantsExport: participantsExport ?? settings.participantsExport,
          allowLate: allowLate ?? settings.allowLate,
        },
      }),
    )
  },
})
