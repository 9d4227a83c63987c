import { WebSocket } from 'ws'
import type { HostileFrame } from '../relay/testing/hostile-frames.ts'
import { type Person, urlOf } from './program.ts'

/** After every frame a question that stock clients ask: whoever answers it has dealt with what came before. */
const QUESTION = { document: Uint8Array.of(3), presence: Uint8Array.of(0, 0, 1, 0) } as const
/** Awareness, which answers the first; step 2, which answers the second. */
const isAnswer = (data: Buffer, isPresence: boolean): boolean =>
  isPresence ? data[0] === 0 && data[1] === 1 : data[0] === 1
const ANSWER_WITHIN_MS = 30_000

/** What became of a frame: the code with which its socket was closed, or 0 when it went on, and how long that took. */
export interface Outcome {
  readonly code: number
  readonly ms: number
}

/** Somebody who sends what no client sends. */
export interface Attacker {
  /** Sends one frame to a document, over a new socket where the last was closed. Rejects when nothing happens for long. */
  readonly send: (frame: Pick<HostileFrame, 'bytes'>) => Promise<Outcome>
  readonly close: () => void
}

const openSocket = (person: Person, document: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const url = urlOf(person, `/docs/${document}`).replace('http', 'ws')
    const socket = new WebSocket(url, [`token.${person.token}`])
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => reject(new Error(`refused with ${response.statusCode}`)))
    socket.on('error', reject)
  })

/** Opens nothing yet. `document` is what the frames are sent to. */
export const openAttacker = (person: Person, document: string): Attacker => {
  const isPresence = document === 'presence'
  let socket: WebSocket | undefined

  const outcome = (open: WebSocket, since: number): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('neither answered nor closed')), ANSWER_WITHIN_MS)
      const end = (code: number): void => {
        clearTimeout(late)
        open.off('message', hear)
        open.off('close', gone)
        resolve({ code, ms: performance.now() - since })
      }
      const hear = (data: Buffer): void => {
        if (isAnswer(data, isPresence)) end(0)
      }
      const gone = (code: number): void => {
        socket = undefined
        end(code)
      }
      open.on('message', hear)
      open.on('close', gone)
    })

  return {
    send: async ({ bytes }) => {
      if (socket?.readyState !== WebSocket.OPEN) socket = await openSocket(person, document)
      const since = performance.now()
      socket.send(bytes)
      socket.send(isPresence ? QUESTION.presence : QUESTION.document)
      return outcome(socket, since)
    },
    close: () => socket?.terminate(),
  }
}
