import type { SessionId } from '@roundel/shared/kernel'
import { ACTION_STATES, type ActionId, OUTCOMES, type Outcome } from '@roundel/shared/methods/decide'
import { LANGUAGES } from '@roundel/shared/session'
import { ok } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { call } from './api.ts'
import type { Reply } from './problem.ts'

const LinkedAction = v.object({
  session: v.object({ id: v.string(), title: v.string(), language: v.picklist(LANGUAGES) }),
  action: v.object({
    id: v.string(),
    text: v.string(),
    due: v.optional(v.string()),
    hypothesis: v.optional(v.string()),
    metric: v.optional(v.string()),
    baseline: v.optional(v.string()),
    state: v.picklist(ACTION_STATES),
    reviewed: v.optional(v.object({ outcome: v.picklist(OUTCOMES), what: v.string(), at: v.number() })),
  }),
  decision: v.string(),
  why: v.string(),
  ideas: v.array(v.string()),
  isOver: v.boolean(),
})

/** One action as whoever has its link sees it. */
export type LinkedAction = v.InferOutput<typeof LinkedAction>

/** The action that the secret of a link opens. */
export const fetchLinkedAction = (session: SessionId, secret: string): Promise<Reply<LinkedAction>> =>
  call(`/sessions/${session}/action`, { key: secret, schema: LinkedAction })

/** Says how it went. */
export const reportLinkedAction = (
  session: SessionId,
  secret: string,
  report: { readonly state: 'open' | 'done' | 'dropped'; readonly outcome: Outcome; readonly what: string },
): Promise<Reply<LinkedAction>> =>
  call(`/sessions/${session}/action`, { method: 'PUT', key: secret, body: report, schema: LinkedAction })

/** The link of an action, made anew; any that was made before opens nothing any more. */
export const makeActionLink = async (session: SessionId, action: ActionId): Promise<Reply<string>> => {
  const schema = v.object({ link: v.pipe(v.string(), v.url()) })
  const reply = await call(`/sessions/${session}/actions/${action}/link`, { method: 'POST', schema })
  return reply.ok ? ok(reply.value.link) : reply
}

/** Ends the link of an action: nothing opens its page any more. */
export const endActionLink = (session: SessionId, action: ActionId): Promise<Reply<undefined>> =>
  call(`/sessions/${session}/actions/${action}/link`, { method: 'DELETE', schema: v.undefined() })

/** The day of an action as a calendar file; undefined when it could not be fetched. */
export const fetchActionCalendar = async (session: SessionId, secret: string): Promise<string | undefined> => {
  try {
    const response = await fetch(`/api/sessions/${session}/action/calendar.ics`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
