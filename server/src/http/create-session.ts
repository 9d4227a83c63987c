import { fail, ok, refusal, type Refusal, type Result, type WorkspaceId } from '@roundel/shared/kernel'
import { CreateSessionBody, RehearsalBody } from '@roundel/shared/protocol'
import {
  type Brought,
  INVITES,
  type Invite,
  LINK_LETTERS,
  type NewSession,
  type Session,
  createSession,
  findSeat,
  newCode,
} from '@roundel/shared/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readBearer } from '../identity/credential.ts'
import { equalSecrets } from '../identity/secret.ts'
import { planRehearsal } from '../rehearsal/script.ts'
import { beginWith } from '../sessions/beginning.ts'
import { makeGrant } from '../sessions/grants.ts'
import { firstValue } from '../sessions/session-core.ts'
import { Conflict } from '../storage/store.ts'
import { resolveOrigins } from '../workspaces/carrying.ts'
import { Created, Refused } from './answers.ts'
import { handOver, openIssue } from './credential-reply.ts'
import { type Doors, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** How often another code is drawn when one is taken; with 280 billion codes once is already rare. */
const TRIES = 5

/** The links of a session: the secret stands in the fragment, which no browser sends anywhere. */
const linksOf = (session: Session, origin: string): Readonly<Record<Invite, string>> =>
  Object.fromEntries(
    INVITES.map((invite) => [invite, `${origin}/${LINK_LETTERS[invite]}/${session.id}#${session.links[invite]}`]),
  ) as Record<Invite, string>

/**
 * Whether somebody may create a session or a workspace: anyone, or where the operator set a key, whoever shows it. In a
 * workspace whoever shows its own key.
 */
export const admitCreator = async (
  { config, failures, workspaces }: Doors,
  request: FastifyRequest,
  workspace?: WorkspaceId,
): Promise<Result<'keyed' | 'open', Refusal>> => {
  if (workspace !== undefined) {
    const opened = await workspaces.open(workspace, readBearer(request))
    if (opened.ok) return ok('keyed')
    await failures.countNonsense(request.ip)
    return fail(refusal('not-allowed', { reason: 'workspace-key' }))
  }
  if (config.createKey === undefined) return ok('open')
  const wait = await failures.waitSeconds(request.ip)
  if (wait > 0) return fail(refusal('too-many', { retryAfter: wait }))
  if (equalSecrets(readBearer(request) ?? '', config.createKey)) return ok('keyed')
  await failures.countNonsense(request.ip)
  return fail(refusal('not-allowed', { reason: 'create-key' }))
}

/** What is founded, and how its founder proves the seat from now on. */
interface Founding {
  readonly body: NewSession
  readonly kind: 'session' | 'rehearsal'
  readonly workspace?: WorkspaceId | undefined
  readonly carry?: CreateSessionBody['carry']
  readonly credential: CreateSessionBody['credential']
}

/** What of a workspace is to stand in a new session of it. Refuses as `resolveOrigins` does. */
const resolveCarried = async (
  { workspaces, past }: Doors,
  { workspace: id, carry }: Pick<Founding, 'workspace' | 'carry'>,
): Promise<Result<readonly Brought[], Refusal>> => {
  if (!carry) return ok([])
  const workspace = id === undefined ? undefined : await workspaces.peek(id)
  return workspace ? resolveOrigins(workspace, carry, past, 'carry') : fail(refusal('bad-input', { path: 'carry' }))
}

/** `POST /api/sessions` and `POST /api/rehearsals` */
export const serveCreation = (app: App, doors: Doors): void => {
  const { store, chance, config } = doors
  const found = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { body, kind, workspace, carry, credential }: Founding,
  ) => {
    const admitted = await admitCreator(doors, request, workspace)
    if (!admitted.ok) return sendRefusal(reply, admitted.error)
    const brought = await resolveCarried(doors, { workspace, carry })
    if (!brought.ok) return sendRefusal(reply, brought.error)
    const wait = admitted.value === 'keyed' ? 0 : await doors.creations.waitSeconds(request.ip)
    if (wait > 0) return sendRefusal(reply, refusal('too-many', { retryAfter: wait }))

    const issue = await openIssue(request, credential, doors)
    const issued = issue.secretFor(true)
    for (let tries = 1; ; tries++) {
      const made = createSession(
        body,
        { ...chance, now: chance.now(), newCode: () => newCode(chance.random) },
        kind,
        workspace,
      )
      if (!made.ok) return sendRefusal(reply, made.error)
      const { facilitator } = made.value
      const begun = beginWith(made.value.session, brought.value, chance)
      if (!begun.ok) return sendRefusal(reply, begun.error)
      const { session, items, appends } = begun.value
      const grants = [makeGrant(issued.secret, issued.kind, session.id, facilitator, chance.now())]
      const log = { seat: facilitator, type: 'create', at: chance.now() }
      try {
        await store.create({ session: session.id, value: firstValue(session), appends, grants, log })
      } catch (error) {
        if (error instanceof Conflict && tries < TRIES) continue
        throw error
      }
      await issue.settle(issued, session.id)
      const { id, code, language } = session
      if (kind === 'rehearsal') doors.rehearsals.begin({ session: id, code, language })
      const seat = {
        id: facilitator,
        role: findSeat(session, facilitator)?.role,
        ...handOver(request, reply, issued, config.publicUrl),
      }
      const links = linksOf(session, sharedOrigin(doors, request))
      return reply.code(201).send({ session: id, seat, links, code, ...(carry && { items }) })
    }
  }

  const response = { 201: Created, '4xx': Refused }
  const schema = {
    summary: 'Creates a session and seats its facilitator',
    description:
      'Where the operator set a create key, it is sent as `Authorization: Bearer`. In a workspace the key of its link is sent there instead. With `carry` items of its sessions and lines of its contact log stand in the new one from the start, or nothing is created.',
    body: CreateSessionBody,
    response,
  }
  app.post('/sessions', { schema }, (request, reply) => {
    const { credential, workspace, carry, ...body } = request.body
    return found(request, reply, { body, kind: 'session', workspace, carry, credential })
  })

  const rehearsal = {
    summary: 'Creates a rehearsal: a session to which simulated people come, deleted after a day',
    description: 'Answers as `POST /api/sessions`. While too many rehearsals are on, nobody comes.',
    body: RehearsalBody,
    response,
  }
  app.post('/rehearsals', { schema: rehearsal }, (request, reply) => {
    const { credential, language, facilitatorName } = request.body
    const body = { ...planRehearsal(language), ...(facilitatorName !== undefined && { facilitatorName }) }
    return found(request, reply, { body, kind: 'rehearsal', credential })
  })
}
