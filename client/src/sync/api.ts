import { COLOURS, type ItemKind } from '@roundel/shared/board'
import { type ItemId, type SeatId, type SessionId, type StepId, fail, ok } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import type { CreateSessionBody, JoinBody } from '@roundel/shared/protocol'
import type { Answer, Command, Envelope, Invite, Language, Role, SwitchPreview, View } from '@roundel/shared/session'
import * as v from 'valibot'
import { keepsCookies } from '../state/remembering.ts'
import { type Problem, type Reply, problemOf } from './problem.ts'
import { bearerHeaders, proveByToken } from './tab-credential.ts'

/** Where the server answers, seen from this page. */
export const API = '/api'

const TIMEOUT_MS = 15_000
/** For files, which take a while to be sent and read. */
const LONG_TIMEOUT_MS = 120_000

const id = <Value extends string>() => v.custom<Value>((value) => typeof value === 'string' && value !== '')
const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && 'session' in value && 'me' in value && 'people' in value
const ViewSchema = v.custom<View>(isView)

const Created = v.object({
  session: v.union([id<SessionId>(), v.object({ id: id<SessionId>() })]),
  seat: v.object({ id: id<SeatId>(), token: v.optional(v.string()) }),
  links: v.record(v.string(), v.string()),
  code: v.string(),
})

const Invitation = v.object({
  id: id<SessionId>(),
  title: v.string(),
  facilitator: v.optional(v.nullable(v.string())),
  people: v.optional(v.number(), 0),
  door: v.optional(v.picklist(['open', 'ask']), 'open'),
  colour: v.optional(v.picklist(COLOURS)),
  endedAt: v.optional(v.number()),
})

/** What the join page may know before anybody sits down. */
export type Invitation = v.InferOutput<typeof Invitation>

const Seated = v.object({
  seat: v.object({
    id: v.optional(id<SeatId>()),
    role: v.optional(v.custom<Role>((role) => typeof role === 'string')),
    state: v.optional(v.string()),
    token: v.optional(v.string()),
  }),
  view: ViewSchema,
})

/** What sitting down gives: the seat, perhaps still waiting at the door, and its first view. */
export interface Seating {
  readonly view: View
}

/** A session just created, with every way into it. */
export interface CreatedSession {
  readonly id: SessionId
  readonly code: string
  readonly links: Readonly<Partial<Record<Invite, string>>>
}

const PageSettings = v.object({
  /** What links for other people begin with. */
  origin: v.string(),
  /** Whether everybody may create sessions, or only who has the operator's key. */
  create: v.picklist(['anyone', 'key']),
  /** A line about who runs this server. */
  imprint: v.optional(v.string()),
  /** Reports are printed by the server too. */
  pdf: v.optional(v.literal(true)),
})
export type PageSettings = v.InferOutput<typeof PageSettings>

const Done = v.looseObject({
  version: v.optional(v.number(), 0),
  item: v.optional(id<ItemId>()),
  step: v.optional(id<StepId>()),
  shortened: v.optional(v.array(v.object({ step: id<StepId>(), from: v.number(), to: v.number() }))),
})

const Previewed: v.GenericSchema<unknown, SwitchPreview> = v.object({
  left: v.picklist(['done', 'skipped']),
  phase: v.string(),
  minutes: v.number(),
  stays: v.object({ items: v.number(), clusters: v.number(), links: v.number() }),
  input: v.object({ items: v.number(), steps: v.array(id<StepId>()) }),
  prompts: v.exactOptional(
    v.object({ kinds: v.array(id<ItemKind>()), most: v.number(), brought: v.array(id<ItemId>()) }),
  ),
  asks: v.object({ items: v.number(), people: v.number() }),
})

/** What a command answered. */
export type Done = Answer & { readonly version: number }

interface Call<Value> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Sent as it is, instead of a body in JSON; `type` says what it is, where that is known. */
  readonly bytes?: Blob
  readonly type?: string
  /** The operator's key, or that of a workspace, where one is asked for. */
  readonly key?: string | undefined
  /** Whether the answer at hand still holds is asked by its tag, and answered by undefined. */
  readonly at?: { tag?: string | null }
  readonly schema: v.GenericSchema<unknown, Value>
}

/** Asks the server, and reads the answer by a schema; never rejects. */
export const call = async <Value>(
  path: string,
  { method = 'GET', body, bytes, type, key, at, schema }: Call<Value>,
): Promise<Reply<Value>> => {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(`${API}${path}`, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(bytes ? LONG_TIMEOUT_MS : TIMEOUT_MS),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bytes && { 'content-type': type ?? 'application/octet-stream' }),
        ...bearerHeaders(),
        ...(key && { authorization: `Bearer ${key}` }),
        ...(at?.tag && { 'if-none-match': at.tag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(bytes && { body: bytes }),
    })
    answer = [204, 304].includes(response.status) ? undefined : await response.json().catch(() => undefined)
  } catch {
    return fail<Problem>({ code: 'offline' })
  }
  // A gateway between us and the server that cannot reach it is as good as no connection.
  if ([502, 504].includes(response.status)) return fail<Problem>({ code: 'offline' })
  if (!response.ok && response.status !== 304) return fail(problemOf(answer))
  const parsed = v.safeParse(schema, answer)
  if (at && response.ok && parsed.success) at.tag = response.headers.get('etag')
  return parsed.success ? ok(parsed.output) : fail<Problem>({ code: 'fault' })
}

/** How a browser that keeps no cookies wants to prove its seat. */
const wishedCredential = () => (keepsCookies() ? {} : ({ credential: 'token' } as const))

/** Founds a session and sits this browser down as its facilitator. */
export const createSession = async (body: CreateSessionBody, key?: string): Promise<Reply<CreatedSession>> => {
  const reply = await call('/sessions', {
    method: 'POST',
    body: { ...body, ...wishedCredential() },
    key,
    schema: Created,
  })
  if (!reply.ok) return reply
  const { session, seat, code, links } = reply.value
  if (seat.token) proveByToken(seat.token)
  return ok({ id: typeof session === 'string' ? session : session.id, code, links })
}

/** Founds a rehearsal and sits this browser down as its facilitator; simulated people come by themselves. */
export const createRehearsal = async (body: {
  readonly language: Language
  readonly facilitatorName?: string
}): Promise<Reply<{ readonly id: SessionId }>> => {
  const reply = await call('/rehearsals', { method: 'POST', body, schema: Created })
  if (!reply.ok) return reply
  const { session } = reply.value
  return ok({ id: typeof session === 'string' ? session : session.id })
}

/** What this server wants its pages to know. */
export const fetchPageSettings = (): Promise<Reply<PageSettings>> => call('/config', { schema: PageSettings })

/** What a code invites to. */
export const findInvitation = (code: string): Promise<Reply<Invitation>> =>
  call(`/join/${encodeURIComponent(code)}`, { schema: Invitation })

/** Takes a seat by a code or a link's secret. The browser gets its cookie with the answer, or the tab its token. */
export const takeSeat = async (session: SessionId, body: JoinBody): Promise<Reply<Seating>> => {
  const reply = await call(`/sessions/${session}/seats`, {
    method: 'POST',
    body: { ...body, ...wishedCredential() },
    schema: Seated,
  })
  if (!reply.ok) return reply
  const { seat, view } = reply.value
  if (seat.token) proveByToken(seat.token)
  return ok({ view })
}

/** A personal link that opens a seat on another device, once, within a day. */
export const makePersonalLink = async (session: SessionId, seat: SeatId): Promise<Reply<string>> => {
  const schema = v.object({ link: v.pipe(v.string(), v.url()) })
  const reply = await call(`/sessions/${session}/seats/${seat}/transfer`, { method: 'POST', schema })
  return reply.ok ? ok(reply.value.link) : reply
}

/** Deletes the session, for good and for everyone. For the facilitator. */
export const deleteSession = (session: SessionId): Promise<Reply<undefined>> =>
  call(`/sessions/${session}`, { method: 'DELETE', schema: v.undefined() })

/** What a seat is opened for: its person, unless this window only shows what a screen shows. */
export type Show = 'screen' | undefined

const viewPath = (session: SessionId, show: Show): string => `/sessions/${session}${show ? `/${show}` : ''}`

/** The session as this browser's seat sees it, or as a screen shows it. */
export const fetchView = (session: SessionId, show?: Show): Promise<Reply<View>> =>
  call(viewPath(session, show), { schema: ViewSchema })

/** Asks for the view again and again. Undefined when `again`, and nothing but the time has changed since it last asked. */
export const viewPoller = (session: SessionId, show?: Show): ((again: boolean) => Promise<Reply<View | undefined>>) => {
  const at: Call<View>['at'] & {} = {}
  return (again) => {
    if (!again) at.tag = null
    return call(viewPath(session, show), { at, schema: v.optional(ViewSchema) })
  }
}

/** Gives one command, once. */
export const postCommand = async (session: SessionId, command: Command & Envelope): Promise<Reply<Done>> => {
  const reply = await call(`/sessions/${session}/commands`, { method: 'POST', body: command, schema: Done })
  if (!reply.ok) return reply
  const { version, item, step, shortened } = reply.value
  return ok({ version, ...(item && { item }), ...(step && { step }), ...(shortened && { shortened }) })
}

/** What switching the live step to another method would do, with settings of its own where some are chosen. For those who lead. */
export const previewSwitch = (
  session: SessionId,
  kind: MethodId,
  settings?: Readonly<Record<string, unknown>>,
): Promise<Reply<SwitchPreview>> => {
  const chosen = settings ? `&settings=${encodeURIComponent(JSON.stringify(settings))}` : ''
  return call(`/sessions/${session}/switch?kind=${kind}${chosen}`, { schema: Previewed })
}

const OwnBallot = v.object({
  poll: v.string(),
  state: v.picklist(['none', 'begun', 'cast']),
  seq: v.number(),
  body: v.optional(v.unknown()),
})
/** One's own ballot as the server keeps it while voting is open. */
export type OwnBallot = v.InferOutput<typeof OwnBallot>

const TakenBallot = v.object({ poll: v.string(), state: v.picklist(['begun', 'cast']), seq: v.number() })

const ballotPath = (session: SessionId, step: StepId, person: number): string =>
  `/sessions/${session}/steps/${step}/ballot${person === 1 ? '' : `?person=${person}`}`

/** One's own ballot, of one of the people who share this device. */
export const fetchBallot = (session: SessionId, step: StepId, person: number): Promise<Reply<OwnBallot>> =>
  call(ballotPath(session, step, person), { schema: OwnBallot })

/** Begins, casts or changes a ballot. What is answered as cast is counted. */
export const putBallot = (
  session: SessionId,
  step: StepId,
  person: number,
  body: { readonly poll: string; readonly ballot: unknown; readonly cast: boolean },
): Promise<Reply<v.InferOutput<typeof TakenBallot>>> =>
  call(ballotPath(session, step, person), { method: 'PUT', body, schema: TakenBallot })

/** Where a planned session's calendar file lies, for a plain link. */
export const calendarUrl = (session: SessionId): string => `${API}/sessions/${session}/calendar.ics`

/** The address of a session's sockets, `ws` or `wss` as the page is. */
export const socketUrl = (session: SessionId, path: 'live' | 'docs'): string =>
  `${location.origin.replace(/^http/, 'ws')}${API}/sessions/${session}/${path}`
