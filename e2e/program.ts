import { randomBytes } from 'node:crypto'

/** An id as the product makes them: 16 characters. */
export const newId = (): string => randomBytes(12).toString('base64url')

/** A place in a session that a program holds by a bearer token. */
export interface ProgramSeat {
  readonly origin: string
  readonly session: string
  readonly seat: string
  readonly token: string
}

export interface ProgramSession {
  readonly facilitator: ProgramSeat
  readonly code: string
  readonly links: Readonly<Record<'facilitator' | 'participant' | 'client' | 'observer' | 'screen', string>>
}

/** What the server said: the status, the body as text, and as JSON where it is JSON. */
export interface Reply {
  readonly status: number
  readonly text: string
  readonly json: unknown
}

/** One request as a program makes it. A body that is no text is sent as JSON. */
export const ask = async (
  url: string,
  options: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<Reply> => {
  const { method = options.body === undefined ? 'GET' : 'POST', body, token, headers = {} } = options
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, json: parse(text) }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The code of a refusal, where the answer is one. */
export const codeOf = ({ json }: Reply): string | undefined =>
  (json as { error?: { code?: string } } | undefined)?.error?.code

/** As `ask`, and throws unless the answer is a success. */
const demand = async (...request: Parameters<typeof ask>): Promise<Reply> => {
  const reply = await ask(...request)
  if (reply.status >= 300) throw new Error(`${request[0]} answered ${reply.status}: ${reply.text}`)
  return reply
}

interface Created {
  readonly session: string
  readonly seat: { readonly id: string; readonly token: string }
  readonly links: ProgramSession['links']
  readonly code: string
}

/** Creates a session and takes the facilitator's seat. */
export const createSession = async (origin: string, body: Record<string, unknown> = {}): Promise<ProgramSession> => {
  const reply = await demand(`${origin}/api/sessions`, { body: { title: 'A session', ...body, credential: 'token' } })
  const { session, seat, links, code } = reply.json as Created
  return { facilitator: { origin, session, seat: seat.id, token: seat.token }, code, links }
}

/** Sits down in a session with a code or the secret of a link. */
export const takeSeat = async (of: ProgramSession, invite: string, name?: string): Promise<ProgramSeat> => {
  const { origin, session } = of.facilitator
  const body = { invite, credential: 'token', ...(name ? { name } : {}) }
  const reply = await demand(`${origin}/api/sessions/${session}/seats`, { body })
  const { seat } = reply.json as { seat: { id: string; token: string } }
  return { origin, session, seat: seat.id, token: seat.token }
}

/** The secret that a link carries in its fragment. */
export const secretOf = (link: string): string => link.slice(link.indexOf('#') + 1)

/** Gives a command, whatever comes of it. */
export const give = (seat: ProgramSeat, command: Record<string, unknown>): Promise<Reply> =>
  ask(`${seat.origin}/api/sessions/${seat.session}/commands`, {
    token: seat.token,
    body: { commandId: newId(), ...command },
  })

/** What this seat may know of the session. */
export const viewOf = async <View>(seat: ProgramSeat): Promise<View> =>
  (await demand(`${seat.origin}/api/sessions/${seat.session}`, { token: seat.token })).json as View
