import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Person, urlOf } from '../../testing/program.ts'
import type { Letters } from './letters.ts'

/** A socket without any client behind it. */
interface RawSocket {
  /** Says a message, and whether the server still answers a question afterwards: `=`, or the letter it was closed with. */
  readonly say: (message: Uint8Array | string) => Promise<string>
  readonly close: () => void
}

/** Ends every exchange: is answered only when everything that was said before has been looked at, and is on disk. */
export interface Probe {
  readonly question: Uint8Array | string
  readonly isAnswer: (message: Uint8Array) => boolean
}

/** A frame of the sync protocol, of whatever kind. */
export const frameOf = (...parts: readonly (number | Uint8Array)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })

export const SYNC_PROBE: Probe = {
  question: frameOf(MESSAGE.sync, SYNC.step1, Y.encodeStateVector(new Y.Doc())),
  isAnswer: (message) => message[0] === MESSAGE.sync && message[1] === SYNC.step2,
}

export const LIVE_PROBE: Probe = {
  question: JSON.stringify({ type: 'command', ref: 7, command: { type: 'nothing' } }),
  isAnswer: (message) => Buffer.from(message).toString().includes('"refused"'),
}

/** Opens a socket with somebody's credential; or answers with the letter of the refusal. */
export const openRaw = (person: Person, path: string, letters: Letters, probe: Probe): Promise<RawSocket | string> =>
  new Promise((resolve, reject) => {
    const protocols = person.token === '' ? ['yjs'] : [`token.${person.token}`]
    const socket = new WebSocket(urlOf(person, path).replace('http', 'ws'), protocols)
    let listener: ((told: string) => void) | undefined
    let closed: string | undefined
    const tell = (told: string): void => listener?.(told)
    socket.on('message', (data: Buffer) => probe.isAnswer(data) && tell('='))
    socket.on('close', (code) => {
      closed = letters.ofClosing(code)
      tell(closed)
    })
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { error } = JSON.parse(Buffer.concat(chunks).toString()) as { error?: { code?: string } }
        resolve(letters.ofReply(response.statusCode ?? 0, error?.code))
        socket.terminate()
      })
      response.on('error', reject)
    })
    socket.on('open', () =>
      resolve({
        say: (message) =>
          new Promise((told) => {
            if (closed !== undefined) return told(closed)
            listener = told
            socket.send(message)
            return socket.send(probe.question, () => undefined)
          }),
        close: () => socket.terminate(),
      }),
    )
  })
