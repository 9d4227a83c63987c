import type { View } from '@roundel/shared/session'
import { nanoid } from 'nanoid'

/** An exchange of somebody who has nothing and brings nothing: an empty state vector, no update. */
const NOTHING_KNOWN = Uint8Array.of(1, 0, 0)

/** A seat that is held by a token. */
export interface Seat {
  readonly name: string
  readonly session: string
  readonly seat: string
  readonly token: string
}

/** What a call answered: its status, and its body as far as it is JSON. */
export interface Answer<Body = unknown> {
  readonly status: number
  readonly body: Body
}

/** Calls of the server's interface, wherever it is open now. */
export interface Program {
  readonly found: (body: Record<string, unknown>) => Promise<{ readonly seat: Seat; readonly code: string }>
  readonly sit: (session: string, invite: string, name: string) => Promise<Seat>
  readonly give: (seat: Seat, command: Record<string, unknown>) => Promise<Answer<{ item?: string }>>
  readonly view: (seat: Seat) => Promise<View>
  /** With which status an exchange with a document is answered. */
  readonly ask: (seat: Seat, document: string) => Promise<number>
}

export const openProgram = (origin: () => string): Program => {
  const call = async <Body>(path: string, body?: unknown, token?: string): Promise<Answer<Body>> => {
    const response = await fetch(`${origin()}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }
  const must = <Body>({ status, body }: Answer<Body>): Body => {
    if (status >= 300) throw new Error(JSON.stringify(body))
    return body
  }
  type Taken = { readonly id: string; readonly token: string }

  return {
    found: async (body) => {
      const reply = await call<{ session: string; seat: Taken; code: string; links: { observer: string } }>(
        '/sessions',
        { title: 'Drill', facilitatorName: 'Fay', ...body, credential: 'token' },
      )
      const { session, seat, code } = must(reply)
      return { seat: { name: 'Fay', session, seat: seat.id, token: seat.token }, code }
    },
    sit: async (session, invite, name) => {
      const { seat } = must(
        await call<{ seat: Taken }>(`/sessions/${session}/seats`, { invite, name, credential: 'token' }),
      )
      return { name, session, seat: seat.id, token: seat.token }
    },
    give: ({ session, token }, command) =>
      call(`/sessions/${session}/commands`, { commandId: nanoid(16), ...command }, token),
    ask: async ({ session, token }, document) => {
      const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` }
      const url = `${origin()}/api/sessions/${session}/docs/${document}`
      return (await fetch(url, { method: 'POST', headers, body: NOTHING_KNOWN })).status
    },
    view: async ({ session, token }) => must(await call<View>(`/sessions/${session}`, undefined, token)),
  }
}
