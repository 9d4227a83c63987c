import {
  type Refusal,
  type Result,
  type SessionId,
  type WorkspaceId,
  anId,
  fail,
  ok,
  refusal,
} from '@roundel/shared/kernel'
import { CarryBody } from '@roundel/shared/protocol'
import { keepAgenda } from '@roundel/shared/session'
import {
  NewWorkspace,
  type SavedAgenda,
  type Workspace,
  WorkspaceChange,
  changeWorkspace,
} from '@roundel/shared/workspace'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { readBearer } from '../identity/credential.ts'
import { describeWorkspace } from '../workspaces/page.ts'
import { listCarriable, resolveOrigins } from '../workspaces/carrying.ts'
import type { PastSession } from '../workspaces/stored-past.ts'
import { Gone, Refused } from './answers.ts'
import { Carriables, Carried, NewKey, WorkspaceCreated, WorkspacePage } from './answers-of-workspaces.ts'
import { admitCreator } from './create-session.ts'
import { type Doors, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const WorkspaceParams = v.strictObject({ workspace: anId<'workspace'>() })
const SessionOfParams = v.strictObject({ ...WorkspaceParams.entries, session: anId<'session'>() })

const KEYED = 'The key of the workspace’s link is sent as `Authorization: Bearer`.'

/** The link of a workspace: the secret stands in the fragment, which no browser sends anywhere. */
const linkOf = (doors: Doors, request: FastifyRequest, id: WorkspaceId, key: string): string =>
  `${sharedOrigin(doors, request)}/w/${id}#${key}`

/** Lets in whoever shows the key of a workspace. Refuses with `not-seated`, whatever is wrong. */
const enterWorkspace = async (
  { workspaces, failures }: Doors,
  request: FastifyRequest,
  id: WorkspaceId,
): Promise<Result<Workspace, Refusal>> => {
  const opened = await workspaces.open(id, readBearer(request))
  if (!opened.ok) await failures.countNonsense(request.ip)
  return opened
}

/** One of a workspace's sessions, for whoever shows its key. */
const enterSession = async (
  doors: Doors,
  request: FastifyRequest,
  { workspace: id, session }: v.InferOutput<typeof SessionOfParams>,
): Promise<Result<{ readonly workspace: Workspace; readonly past: PastSession }, Refusal>> => {
  const workspace = await enterWorkspace(doors, request, id)
  if (!workspace.ok) return workspace
  const past = await doors.past.session(id, session)
  return past ? ok({ workspace: workspace.value, past }) : fail(refusal('unknown'))
}

/** The agenda of a session with what was planned together with it, to be begun with anew. */
const savedFrom = ({ session }: PastSession): Omit<SavedAgenda, 'id' | 'title'> => {
  const { lateUntil: _, ...settings } = session.settings
  return {
    agenda: keepAgenda(session.agenda),
    language: session.language,
    ...(session.challenge.text !== '' && { challenge: session.challenge }),
    settings,
    ...(session.plannedMinutes !== undefined && { plannedMinutes: session.plannedMinutes }),
  }
}

/** `POST /api/workspaces` and all beneath it, for whoever holds the key of a workspace. */
export const serveWorkspaces = (app: App, doors: Doors): void => {
  const { workspaces, past, rooms, chance, config, store } = doors
  const around = { newId: chance.newId, mostDays: config.workspaceRetentionDays }

  const changeOf = async (
    id: WorkspaceId,
    change: WorkspaceChange,
  ): Promise<Result<(workspace: Workspace) => Result<Workspace, Refusal>, Refusal>> => {
    if (change.type !== 'keep-agenda') return ok((workspace) => changeWorkspace(workspace, change, around))
    const found = await past.session(id, change.session)
    if (!found) return fail(refusal('unknown'))
    const saved = savedFrom(found)
    return ok((workspace) => changeWorkspace(workspace, { type: 'save-agenda', title: change.title, ...saved }, around))
  }

  const page = async (workspace: Workspace) =>
    describeWorkspace(workspace, await past.sessionsOf(workspace.id), {
      now: chance.now(),
      mostDays: config.workspaceRetentionDays,
    })

  app.post(
    '/workspaces',
    {
      schema: {
        summary: 'Makes a workspace: a team over the quarters',
        description: 'Where the operator set a create key, it is sent as `Authorization: Bearer`.',
        body: NewWorkspace,
        response: { 201: WorkspaceCreated, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const admitted = await admitCreator(doors, request)
      if (!admitted.ok) return sendRefusal(reply, admitted.error)
      const wait = admitted.value === 'keyed' ? 0 : await doors.creations.waitSeconds(request.ip)
      if (wait > 0) return sendRefusal(reply, refusal('too-many', { retryAfter: wait }))
      const { workspace, key } = await workspaces.create(request.body)
      return reply.code(201).send({ id: workspace.id, link: linkOf(doors, request, workspace.id, key) })
    },
  )

  app.get(
    '/workspaces/:workspace',
    {
      schema: {
        summary: 'A workspace: its quarters, sessions, actions, contacts and agendas',
        description: KEYED,
        params: WorkspaceParams,
        response: { 200: WorkspacePage, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const workspace = await enterWorkspace(doors, request, request.params.workspace)
      return workspace.ok ? page(workspace.value) : sendRefusal(reply, workspace.error)
    },
  )

  app.post(
    '/workspaces/:workspace/changes',
    {
      schema: {
        summary: 'Changes a workspace, and answers with it',
        description: KEYED,
        params: WorkspaceParams,
        body: WorkspaceChange,
        response: { 200: WorkspacePage, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const { workspace: id } = request.params
      const opened = await enterWorkspace(doors, request, id)
      const change = opened.ok ? await changeOf(id, request.body) : opened
      const changed = change.ok ? await workspaces.change(id, change.value) : change
      return changed.ok ? page(changed.value) : sendRefusal(reply, changed.error)
    },
  )

  app.post(
    '/workspaces/:workspace/key',
    {
      schema: {
        summary: 'Makes another link; the one before opens nothing any more',
        description: KEYED,
        params: WorkspaceParams,
        response: { 201: NewKey, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const { workspace: id } = request.params
      const opened = await enterWorkspace(doors, request, id)
      const key = opened.ok ? await workspaces.renewKey(id) : opened
      return key.ok
        ? reply.code(201).send({ link: linkOf(doors, request, id, key.value) })
        : sendRefusal(reply, key.error)
    },
  )

  /** Deletes sessions for good, those that are open with everyone shown out. */
  const removeSessions = async (sessions: readonly SessionId[]): Promise<void> => {
    for (const session of sessions) {
      const room = rooms.opened(session)
      await (room ? room.removeAsKeeper() : store.remove(session))
    }
  }

  app.delete(
    '/workspaces/:workspace',
    {
      schema: {
        summary: 'Deletes a workspace with all its sessions, for good',
        description: KEYED,
        params: WorkspaceParams,
        response: { 204: Gone, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const { workspace: id } = request.params
      const opened = await enterWorkspace(doors, request, id)
      if (!opened.ok) return sendRefusal(reply, opened.error)
      await removeSessions(await store.sessionsOf(id))
      await store.removeWorkspace(id)
      return reply.code(204).send()
    },
  )

  app.delete(
    '/workspaces/:workspace/sessions/:session',
    {
      schema: {
        summary: 'Deletes one session of a workspace for good',
        description: KEYED,
        params: SessionOfParams,
        response: { 204: Gone, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enterSession(doors, request, request.params)
      if (!entry.ok) return sendRefusal(reply, entry.error)
      await removeSessions([entry.value.past.session.id])
      return reply.code(204).send()
    },
  )

  app.get(
    '/workspaces/:workspace/sessions/:session/items',
    {
      schema: {
        summary: 'What of a session can be brought into another one',
        description: `${KEYED} Published items alone, and nobody’s name.`,
        params: SessionOfParams,
        response: { 200: Carriables, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enterSession(doors, request, request.params)
      return entry.ok ? { items: listCarriable(entry.value.past) } : sendRefusal(reply, entry.error)
    },
  )

  app.post(
    '/workspaces/:workspace/sessions/:session/carried',
    {
      schema: {
        summary: 'Brings items of earlier sessions and lines of the contact log into a session, by reference',
        description: `${KEYED} What stands there from the same place already is left out.`,
        params: SessionOfParams,
        body: CarryBody,
        response: { 200: Carried, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enterSession(doors, request, request.params)
      if (!entry.ok) return sendRefusal(reply, entry.error)
      const { workspace, past: target } = entry.value
      const resolved = await resolveOrigins(workspace, request.body.from, past)
      const room = resolved.ok ? await rooms.open(target.session.id) : undefined
      if (!resolved.ok) return sendRefusal(reply, resolved.error)
      const brought = room ? await room.bringAsKeeper(resolved.value) : fail(refusal('unknown'))
      return brought.ok ? { items: brought.value } : sendRefusal(reply, brought.error)
    },
  )
}
