import type { View } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import type { ErrorBody } from '../http/refuse.ts'
import type { RunningServer } from './running-server.ts'

/** What the server said: the status, the headers, the body as text, and as JSON where it is JSON. */
export interface Reply<Body = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Body
}

export interface Request {
  readonly method?: string
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Record<string, string>
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One request. A body that is no text is sent as JSON. */
export const ask = async <Body>(url: string, { method, body, token, headers }: Request = {}): Promise<Reply<Body>> => {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parse(text) as Body }
}

/** Status and code of a refusal, to be compared at once. */
export const refusalOf = ({ status, json }: Reply): readonly [number, string | undefined] => [
  status,
  (json as ErrorBody | undefined)?.error?.code,
]

/** A seat that a program holds by a token. */
export interface Person {
  readonly origin: string
  readonly session: string
  readonly seat: string
  readonly token: string
}

/** A session that a program made. */
export interface Meeting extends Person {
  readonly code: string
  readonly links: Readonly<Record<'facilitator' | 'participant' | 'client' | 'observer' | 'screen', string>>
}

export const secretOf = (link: string): string => link.slice(link.indexOf('#') + 1)

/** Creates a session; whoever does is its facilitator. `key` is the operator's or that of a workspace. */
export const createMeeting = async (
  { origin }: Pick<RunningServer, 'origin'>,
  body: Record<string, unknown> = {},
  key?: string,
): Promise<Meeting> => {
  const reply = await ask<{
    session: string
    seat: { id: string; token: string }
    code: string
    links: Meeting['links']
  }>(`${origin}/api/sessions`, {
    body: { title: 'A session', facilitatorName: 'Fay', ...body, credential: 'token' },
    ...(key !== undefined && { token: key }),
  })
  if (reply.status !== 201) throw new Error(reply.text)
  const { session, seat, code, links } = reply.json
  return { origin, session, seat: seat.id, token: seat.token, code, links }
}

/** Takes a seat, by the code unless another invitation is given. */
export const sitDown = async (meeting: Meeting, name: string, invite: string = meeting.code): Promise<Person> => {
  const { origin, session } = meeting
  const reply = await ask<{ seat: { id: string; token: string } }>(`${origin}/api/sessions/${session}/seats`, {
    body: { invite, name, credential: 'token' },
  })
  if (reply.status >= 300) throw new Error(reply.text)
  return { origin, session, seat: reply.json.seat.id, token: reply.json.seat.token }
}

export const urlOf = ({ origin, session }: Pick<Person, 'origin' | 'session'>, path = ''): string =>
  `${origin}/api/sessions/${session}${path}`

export const newId = (): string => nanoid(16)

/** Gives a command over HTTP. */
export const give = (
  person: Person,
  command: Record<string, unknown>,
): Promise<Reply<{ version: number; item?: string }>> =>
  ask(urlOf(person, '/commands'), { token: person.token, body: { commandId: newId(), ...command } })

/** As `give`, and throws unless it was carried out. */
export const order = async (
  person: Person,
  command: Record<string, unknown>,
): Promise<{ version: number; item?: string }> => {
  const reply = await give(person, command)
  if (reply.status !== 200) throw new Error(`${String(command['type'])}: ${reply.text}`)
  return reply.json
}

export const viewOf = async (person: Person): Promise<View> =>
  (await ask<View>(urlOf(person), { token: person.token })).json
