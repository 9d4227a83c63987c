import type { ItemKind } from '@roundel/shared/board'
import { type SessionId, type WorkspaceId, fail, isId, ok } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import { LANGUAGES, type Language, type Origin, type Step } from '@roundel/shared/session'
import type { ContactKind, CounterId, Outcomes, SavedAgenda, WorkspaceChange } from '@roundel/shared/workspace'
import * as v from 'valibot'
import { call } from './api.ts'
import type { Reply } from './problem.ts'

const id = <Value extends string>() => v.custom<Value>((value) => isId(value))
const word = <Value extends string>() => v.custom<Value>((value) => typeof value === 'string')

const Session = v.object({
  id: id<SessionId>(),
  title: v.string(),
  state: v.picklist(['lobby', 'live', 'ended']),
  at: v.number(),
  people: v.number(),
  ideas: v.number(),
  steps: v.array(v.object({ kind: word<MethodId>(), state: word<Step['state']>() })),
})
export type ListedSession = v.InferOutput<typeof Session>

const figures = v.object({
  due: v.number(),
  inTime: v.number(),
  tried: v.number(),
  measured: v.number(),
  better: v.number(),
  scored: v.number(),
  chosen: v.number(),
  decided: v.number(),
  heard: v.number(),
  trials: v.number(),
  trialDays: v.exactOptional(v.number()),
}) satisfies v.GenericSchema<unknown, Outcomes>

const Page = v.object({
  id: id<WorkspaceId>(),
  title: v.string(),
  language: v.picklist(LANGUAGES),
  retentionDays: v.number(),
  mostDays: v.number(),
  quarters: v.array(
    v.object({
      quarter: word<`${number}-Q${number}`>(),
      counters: v.array(
        v.object({ id: word<CounterId>(), count: v.number(), least: v.number(), most: v.optional(v.number()) }),
      ),
      outcomes: figures,
      methods: v.array(v.string()),
      sessions: v.array(Session),
    }),
  ),
  actions: v.array(
    v.object({
      session: id<SessionId>(),
      title: v.string(),
      action: v.string(),
      text: v.string(),
      owner: v.string(),
      due: v.optional(v.string()),
      decidedAt: v.number(),
    }),
  ),
  contacts: v.array(
    v.object({
      id: id<Extract<Origin, { readonly type: 'contact' }>['contact']>(),
      kind: word<ContactKind>(),
      who: v.string(),
      at: v.number(),
      lines: v.array(v.string()),
    }),
  ),
  agendas: v.array(v.custom<SavedAgenda>((value) => typeof value === 'object' && value !== null && 'agenda' in value)),
  now: v.number(),
})
/** A workspace as its page shows it. */
export type Workspace = v.InferOutput<typeof Page>
export type ListedQuarter = Workspace['quarters'][number]
export type ListedAction = Workspace['actions'][number]
export type ListedContact = Workspace['contacts'][number]

const Link = v.object({ link: v.string() })
const keyIn = (link: string): string => link.slice(link.indexOf('#') + 1)

/** Makes a workspace. Answers its id and its key, which nobody tells again. */
export const createWorkspace = async (
  body: { readonly title: string; readonly language: Language },
  key?: string,
): Promise<Reply<{ readonly id: WorkspaceId; readonly key: string }>> => {
  const schema = v.object({ id: id<WorkspaceId>(), link: v.string() })
  const reply = await call('/workspaces', { method: 'POST', body, key, schema })
  return reply.ok ? ok({ id: reply.value.id, key: keyIn(reply.value.link) }) : reply
}

/** A workspace as it is now. */
export const fetchWorkspace = (workspace: WorkspaceId, key: string): Promise<Reply<Workspace>> =>
  call(`/workspaces/${workspace}`, { key, schema: Page })

/** Changes a workspace, and answers with it. */
export const changeWorkspace = (
  workspace: WorkspaceId,
  key: string,
  body: WorkspaceChange,
): Promise<Reply<Workspace>> => call(`/workspaces/${workspace}/changes`, { method: 'POST', body, key, schema: Page })

/** Another key; the one before opens nothing any more. */
export const renewWorkspaceKey = async (workspace: WorkspaceId, key: string): Promise<Reply<string>> => {
  const reply = await call(`/workspaces/${workspace}/key`, { method: 'POST', key, schema: Link })
  return reply.ok ? ok(keyIn(reply.value.link)) : reply
}

/** Deletes a workspace with all its sessions, or one session of it, for good. */
export const deleteFromWorkspace = (
  workspace: WorkspaceId,
  key: string,
  session?: SessionId,
): Promise<Reply<undefined>> =>
  call(`/workspaces/${workspace}${session === undefined ? '' : `/sessions/${session}`}`, {
    method: 'DELETE',
    key,
    schema: v.undefined(),
  })

const Carriables = v.object({
  items: v.array(
    v.object({
      item: word<Extract<Origin, { readonly type: 'item' }>['item']>(),
      kind: word<ItemKind>(),
      text: v.string(),
      lang: v.string(),
    }),
  ),
})
export type Carriable = v.InferOutput<typeof Carriables>['items'][number]

/** What of a session can be brought into another one. */
export const fetchCarriables = async (
  workspace: WorkspaceId,
  key: string,
  session: SessionId,
): Promise<Reply<readonly Carriable[]>> => {
  const reply = await call(`/workspaces/${workspace}/sessions/${session}/items`, { key, schema: Carriables })
  return reply.ok ? ok(reply.value.items) : reply
}

/** Brings things into a session by reference. Answers how many were new there. */
export const carryInto = async (
  workspace: WorkspaceId,
  key: string,
  session: SessionId,
  from: readonly Origin[],
): Promise<Reply<number>> => {
  if (from.length === 0) return ok(0)
  const schema = v.object({ items: v.array(v.string()) })
  const path = `/workspaces/${workspace}/sessions/${session}/carried`
  const reply = await call(path, { method: 'POST', body: { from }, key, schema })
  return reply.ok ? ok(reply.value.items.length) : fail(reply.error)
}
