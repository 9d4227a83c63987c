import { type Refusal, type Result, anId, fail, refusal } from '@roundel/shared/kernel'
import { JoinBody } from '@roundel/shared/protocol'
import { normalizeCode } from '@roundel/shared/session'
import * as v from 'valibot'
import { readCookie } from '../identity/credential.ts'
import { findGrant, identify } from '../identity/identify.ts'
import { isSecureRequest } from '../identity/origin.ts'
import { hashSecret, newSecret } from '../identity/secret.ts'
import { makeGrant } from '../sessions/grants.ts'
import type { Seated as SeatedGuest } from '../sessions/session-room.ts'
import { Refused, Seated, Transfer, Waiting } from './answers.ts'
import { handOver, openIssue } from './credential-reply.ts'
import { type Doors, SessionParams, enter, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** Invitations at least this long carry 128 bits of chance: nobody guesses them, so nobody has to wait for them. */
const UNGUESSABLE_CHARACTERS = 22

const SeatParams = v.strictObject({ ...SessionParams.entries, seat: anId<'seat'>() })

/** `POST /api/sessions/:session/seats` */
export const serveSeats = (app: App, doors: Doors): void => {
  const { config, store, rooms, chance, failures } = doors
  const schema = {
    summary: 'Takes a seat by a code, by the secret of a link, or by that of a personal link',
    description:
      'Answers 202 when the person has to wait at the door, or with `wait` in line: where every place is taken.',
    params: SessionParams,
    body: JoinBody,
    response: { 201: Seated, 202: Waiting, '4xx': Refused },
  }
  app.post('/sessions/:session/seats', { schema }, async (request, reply) => {
    const { session } = request.params
    const { credential, ...guest } = request.body
    const isGuessable = guest.invite.length < UNGUESSABLE_CHARACTERS
    const code = isGuessable ? normalizeCode(guest.invite) : undefined
    const wait = isGuessable ? await failures.waitSeconds(request.ip, session, code) : 0
    if (wait > 0) return sendRefusal(reply, refusal('too-many', { retryAfter: wait }))

    const room = await rooms.open(session)
    const link = isGuessable ? undefined : await store.grant(hashSecret(guest.invite), session)
    const transfer = link?.kind === 'transfer' ? link : undefined
    const around = { store, publicUrl: config.publicUrl, now: chance.now }
    const cookie = readCookie(request, isSecureRequest(request, config.publicUrl))
    const known = cookie !== undefined && credential !== 'token'
    // Whoever goes over to another seat by a personal link is known by a token too: there is one person, and one seat.
    const present = known
      ? await findGrant(around, { kind: 'cookie', secret: cookie }, session)
      : transfer && (await identify(around, request, session))
    const issue = await openIssue(request, credential, doors)
    let issued = issue.secretFor(false)
    const sat: Result<SeatedGuest, Refusal> = room
      ? await room.sit(
          { ...guest, consents: config.consent !== undefined, transfer, present: present?.seat },
          (seat, rises) => {
            issued = issue.secretFor(rises)
            return makeGrant(issued.secret, issued.kind, session, seat, chance.now())
          },
        )
      : fail(refusal('unknown'))
    if (!sat.ok) {
      if (sat.error.code === 'unknown') {
        await (isGuessable ? failures.countGuess(request.ip, session) : failures.countNonsense(request.ip))
      }
      return sendRefusal(reply, sat.error)
    }
    await issue.settle(issued, session)
    if (code !== undefined) failures.noteRight(request.ip, code)
    const { seat, view } = sat.value
    const { id, role, side, state } = seat
    const answer = { seat: { id, role, side, state, ...handOver(request, reply, issued, config.publicUrl) }, view }
    return reply.code(state === 'waiting' ? 202 : 201).send(answer)
  })
}

/** `POST /api/sessions/:session/seats/:seat/transfer` */
export const serveTransfers = (app: App, doors: Doors): void => {
  const schema = {
    summary:
      "Makes a personal link that opens a seat on another device, once, for a day: one's own, any for the facilitator, or one that was claimed and granted",
    params: SeatParams,
    response: { 201: Transfer, '4xx': Refused },
  }
  app.post('/sessions/:session/seats/:seat/transfer', { schema }, async (request, reply) => {
    const { session, seat } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const secret = newSecret()
    const made = await entry.value.room.transfer(entry.value.seat, seat, secret)
    if (!made.ok) return sendRefusal(reply, made.error)
    const link = `${sharedOrigin(doors, request)}/me/${session}#${secret}`
    return reply.code(201).send({ link, expiresAt: made.value.expiresAt })
  })
}
