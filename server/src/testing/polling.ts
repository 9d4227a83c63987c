import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { ErrorBody } from '../http/refuse.ts'
import type { Person } from './program.ts'
import type { RunningServer } from './running-server.ts'

/** What an exchange answered: the update, or why not. */
export interface PolledReply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Uint8Array
  readonly error: ErrorBody['error'] | undefined
}

/** One request of an exchange, with whatever body. */
export const postExchange = async (
  { app }: Pick<RunningServer, 'app'>,
  { session, token }: Pick<Person, 'session' | 'token'>,
  document: string,
  body: Uint8Array,
  headers: Record<string, string> = {},
): Promise<PolledReply> => {
  const reply = await app.inject({
    method: 'POST',
    url: `/api/sessions/${session}/docs/${document}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
    payload: Buffer.from(body),
  })
  return {
    status: reply.statusCode,
    headers: reply.headers,
    bytes: new Uint8Array(reply.rawPayload),
    error: reply.statusCode < 300 ? undefined : reply.json<ErrorBody>().error,
  }
}

/** The body of an exchange. */
export const exchangeBody = (vector: Uint8Array, update: Uint8Array = new Uint8Array()): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint8Array(encoder, vector)
    encoding.writeVarUint8Array(encoder, update)
  })

/** A document as somebody without a socket has it. */
export interface PolledDocument {
  readonly doc: Y.Doc
  /** Sends what the server may lack, and takes what it brings. */
  readonly exchange: () => Promise<PolledReply>
  /** Whether everything that stands here is on the server's disk. */
  readonly isSaved: () => boolean
  /** Every byte that came. */
  readonly received: readonly Uint8Array[]
}

/** Keeps a document in step by exchanges, as the protocol's page tells clients to. */
export const openPolled = (
  server: Pick<RunningServer, 'app'>,
  person: Pick<Person, 'session' | 'token'>,
  document: string,
  doc = new Y.Doc(),
): PolledDocument => {
  const received: Uint8Array[] = []
  const origin = Symbol('exchange')
  /** What the server is known to have. */
  let had: ReadonlyMap<number, number> = new Map()
  let changes = doc.store.clients.size
  let saved = 0
  doc.on('update', (_update, by) => {
    if (by !== origin) changes++
  })

  const learn = (vector: Uint8Array, answer: Uint8Array): void => {
    const known = new Map(Y.decodeStateVector(vector))
    for (const [client, clock] of Y.parseUpdateMeta(answer).to) {
      known.set(client, Math.max(clock, known.get(client) ?? 0))
    }
    had = known
  }

  return {
    doc,
    received,
    isSaved: () => saved === changes,
    exchange: async () => {
      const sent = changes
      const vector = Y.encodeStateVector(doc)
      const update = sent === saved ? undefined : Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(had)))
      const reply = await postExchange(server, person, document, exchangeBody(vector, update))
      received.push(reply.bytes)
      if (reply.error) return reply
      saved = sent
      learn(vector, reply.bytes)
      Y.applyUpdate(doc, reply.bytes, origin)
      return reply
    },
  }
}
