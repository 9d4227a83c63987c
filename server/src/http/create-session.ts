import { LIMITS, fail, ok, refusal, type Refusal, type Result } from '@roundel/shared/kernel'
import { CreateSessionBody } from '@roundel/shared/protocol'
import { INVITES, type Invite, type Session, createSession, findSeat, newCode } from '@roundel/shared/session'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressKey, isLoopback } from '../identity/address.ts'
import { readBearer } from '../identity/credential.ts'
import { equalSecrets } from '../identity/secret.ts'
import { makeGrant } from '../sessions/grants.ts'
import { firstValue } from '../sessions/session-core.ts'
import { Conflict } from '../storage/store.ts'
import { Created, Refused } from './answers.ts'
import { handOver, issueSecret } from './credential-reply.ts'
import { type Doors, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const HOUR_S = 60 * 60
/** How often another code is drawn when one is taken; with 280 billion codes once is already rare. */
const TRIES = 5

const LETTERS: Readonly<Record<Invite, string>> = {
  facilitator: 'f',
  participant: 'j',
  client: 'j',
  observer: 'j',
  screen: 'j',
}

/** The links of a session: the secret stands in the fragment, which no browser sends anywhere. */
const linksOf = (session: Session, origin: string): Readonly<Record<Invite, string>> =>
  Object.fromEntries(
    INVITES.map((invite) => [invite, `${origin}/${LETTERS[invite]}/${session.id}#${session.links[invite]}`]),
  ) as Record<Invite, string>

/** Whether somebody may create a session: anyone, or where the operator set a key, whoever shows it. */
const admitCreator = async (
  { config, failures }: Doors,
  request: FastifyRequest,
): Promise<Result<'keyed' | 'open', Refusal>> => {
  if (config.createKey === undefined) return ok('open')
  const wait = await failures.waitSeconds(request.ip)
  if (wait > 0) return fail(refusal('too-many', { retryAfter: wait }))
  if (equalSecrets(readBearer(request) ?? '', config.createKey)) return ok('keyed')
  await failures.countNonsense(request.ip)
  return fail(refusal('not-allowed', { reason: 'create-key' }))
}

/** `POST /api/sessions` */
export const serveCreation = (app: App, doors: Doors): void => {
  const { store, chance, config } = doors
  const created = new RateLimiterMemory({ points: LIMITS.sessionsPerHour, duration: HOUR_S })

  /** Seconds until somebody at this address may create another session, or 0. */
  const waitSeconds = async (address: string): Promise<number> => {
    if (isLoopback(address)) return 0
    const count = await created.penalty(addressKey(address))
    return count.consumedPoints > created.points ? Math.ceil(count.msBeforeNext / 1000) : 0
  }

  const schema = {
    summary: 'Creates a session and seats its facilitator',
    description: 'Where the operator set a create key, it is sent as `Authorization: Bearer`.',
    body: CreateSessionBody,
    response: { 201: Created, '4xx': Refused },
  }
  app.post('/sessions', { schema }, async (request, reply) => {
    const admitted = await admitCreator(doors, request)
    if (!admitted.ok) return sendRefusal(reply, admitted.error)
    const wait = admitted.value === 'keyed' ? 0 : await waitSeconds(request.ip)
    if (wait > 0) return sendRefusal(reply, refusal('too-many', { retryAfter: wait }))

    const { credential, ...body } = request.body
    for (let tries = 1; ; tries++) {
      const made = createSession(body, { ...chance, now: chance.now(), newCode: () => newCode(chance.random) })
      if (!made.ok) return sendRefusal(reply, made.error)
      const { session, facilitator } = made.value
      const issued = issueSecret(request, credential, config.publicUrl)
      const grants = [makeGrant(issued.secret, issued.kind, session.id, facilitator, chance.now())]
      const log = { seat: facilitator, type: 'create', at: chance.now() }
      try {
        await store.create({ session: session.id, value: firstValue(session), grants, log })
      } catch (error) {
        if (error instanceof Conflict && tries < TRIES) continue
        throw error
      }
      const seat = {
        id: facilitator,
        role: findSeat(session, facilitator)?.role,
        ...handOver(request, reply, issued, config.publicUrl),
      }
      const links = linksOf(session, sharedOrigin(doors, request))
      return reply.code(201).send({ session: session.id, seat, links, code: session.code })
    }
  })
}
