import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { exchangeBody, postExchange } from './polling.ts'
import { type Person, ask, urlOf } from './program.ts'
import type { RunningServer } from './running-server.ts'
import { type LiveClient, openLive, until } from './sockets.ts'
import { readFrame, textsOfFrames, textsOfReply, textsOfUpdates } from './traffic.ts'

/** A document socket that only listens, and what came of it. */
export interface Listening {
  readonly name: string
  readonly frames: readonly Uint8Array[]
  /** When each of them came, as `performance.now()`. */
  readonly times: readonly number[]
  /** Whether the server let it in. */
  readonly isIn: () => boolean
  readonly close: () => void
}

/** Step 1 of somebody who has nothing yet. */
const ASK_FOR_ALL = new Uint8Array([0, 0, 1, 0])

/** Whether a frame is the answer to that. */
const isJoined = (frame: Uint8Array): boolean => readFrame(frame).type === 'update'

/** Knocks at a document, and listens there if it opens. Resolves when it is decided. */
const listenAt = async (person: Person, name: string): Promise<Listening> => {
  const address = urlOf(person, `/docs/${name}`).replace('http', 'ws')
  const socket = new WebSocket(address, ['roundel.v1', `token.${person.token}`])
  const frames: Uint8Array[] = []
  const times: number[] = []
  socket.on('message', (data: Buffer) => {
    frames.push(new Uint8Array(data))
    times.push(performance.now())
  })
  const isIn = await new Promise<boolean>((resolve) => {
    socket.on('open', () => resolve(true))
    socket.on('error', () => resolve(false))
  })
  if (isIn) socket.send(ASK_FOR_ALL)
  return { name, frames, times, isIn: () => isIn, close: () => socket.close() }
}

/** Everything that one person can hear: every socket that opens for them, and every answer to every question. */
export interface Wiretap {
  readonly live: LiveClient | undefined
  readonly documents: readonly Listening[]
  /** Asks whatever can be asked. */
  readonly askEverything: () => Promise<void>
  /** Everything heard so far, as it came and in every way in which it can be read. */
  readonly texts: () => readonly string[]
  readonly close: () => void
}

interface Whereabouts {
  readonly code: string
  readonly step: string
  /** Everybody in the session, whose doors are tried too. */
  readonly seats: readonly string[]
}

const FORMATS = ['json', 'csv', 'xlsx', 'md', 'html']

/** Every address that answers a plain question, for this session and everybody in it. */
const listAddresses = async (origin: string, session: string, { code, step, seats }: Whereabouts) => {
  const { json } = await ask<{ paths: Record<string, { get?: unknown }> }>(`${origin}/api/openapi.json`)
  const described = Object.entries(json.paths).flatMap(([path, { get }]) => (get ? [path] : []))
  const filled = described.flatMap((path) =>
    seats.map((seat) =>
      path
        .replaceAll('{seat}', seat)
        .replaceAll('{step}', step)
        .replaceAll('{code}', code)
        .replaceAll(/\{(id|session)\}/g, session),
    ),
  )
  const prefix = described.some((path) => path.startsWith('/api/')) ? '' : '/api'
  const exports = FORMATS.map((format) => `/api/sessions/${session}/export?format=${format}`)
  const previews = [`/api/sessions/${session}/switch?kind=group`]
  const pages = ['/', `/j/${session}`, `/s/${session}`, `/f/${session}`, '/metrics', '/nowhere']
  const sockets = [
    `/api/sessions/${session}/live`,
    ...seats.map((seat) => `/api/sessions/${session}/docs/draft.${seat}`),
  ]
  return [...new Set([...filled.map((path) => prefix + path), ...exports, ...previews, ...pages, ...sockets])]
}

/** Taps a person, or, without a token, a visitor. */
export const openWiretap = async (
  server: Pick<RunningServer, 'app' | 'origin'>,
  person: Person,
  whereabouts: () => Promise<Whereabouts>,
): Promise<Wiretap> => {
  const live = await openLive(person).catch(() => undefined)
  const { seats } = await whereabouts()
  const names = ['board', 'presence', ...seats.map((seat) => `draft.${seat}`)]
  const documents = await Promise.all(names.map((name) => listenAt(person, name)))
  await until(() => documents.every(({ frames, isIn }) => !isIn() || frames.some(isJoined)))
  const answers: string[] = []
  const exchanged: Uint8Array[] = []
  return {
    live,
    documents,
    askEverything: async () => {
      const where = await whereabouts()
      const addresses = await listAddresses(server.origin, person.session, where)
      const credential = person.token === '' ? {} : { token: person.token }
      for (const address of addresses) {
        const { text, headers } = await ask(`${server.origin}${address}`, credential)
        answers.push(text, JSON.stringify([...headers]))
      }
      for (const name of ['board', ...where.seats.map((seat) => `draft.${seat}`)]) {
        const reply = await postExchange(server, person, name, exchangeBody(Y.encodeStateVector(new Y.Doc())))
        if (reply.error) answers.push(JSON.stringify(reply.error))
        else exchanged.push(reply.bytes)
      }
    },
    texts: () => [
      ...(live?.frames.flatMap(textsOfReply) ?? []),
      ...answers.flatMap(textsOfReply),
      ...documents.flatMap(({ frames }) => textsOfFrames(frames)),
      ...exchanged.flatMap((update) => textsOfUpdates([update])),
    ],
    close: () => {
      live?.close()
      for (const document of documents) document.close()
    },
  }
}
