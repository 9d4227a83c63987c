import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type DraftItem, openBoard, openDraft } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import type { ServerMessage, ViewMessage } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Person, newId, urlOf } from './program.ts'

const socketUrl = (person: Person, path: string): string => urlOf(person, path).replace('http', 'ws')

// Every stock provider listens for the end of the process, and one test has a dozen of them.
EventEmitter.defaultMaxListeners = 50

/** Resolves with what is looked for as soon as it is there; rejects when it does not come. */
export const until = async <Value>(
  read: () => Value | undefined | false | Promise<Value | undefined | false>,
  withinMs = 5_000,
): Promise<Value> => {
  const began = performance.now()
  for (;;) {
    const value = await read()
    if (value !== undefined && value !== false) return value
    if (performance.now() - began > withinMs) throw new Error(`it did not come about: ${read.toString()}`)
    await setTimeout(5)
  }
}

/** A live socket with everything it heard. */
export interface LiveClient {
  readonly messages: readonly ServerMessage[]
  readonly frames: readonly string[]
  /** The view as the messages so far make it. */
  readonly view: () => Partial<View>
  readonly views: () => readonly ViewMessage[]
  readonly say: (message: unknown) => void
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  readonly isOpen: () => boolean
  readonly close: () => void
}

export const openLive = async (
  person: Person,
  options: { headers?: Record<string, string>; show?: 'screen' } = {},
): Promise<LiveClient> => {
  const path = options.show ? `/live?show=${options.show}` : '/live'
  const socket = new WebSocket(socketUrl(person, path), options.headers ? [] : [`token.${person.token}`], options)
  const frames: string[] = []
  const messages: ServerMessage[] = []
  let view: Partial<View> = {}
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    const message = JSON.parse(text) as ServerMessage
    frames.push(text)
    messages.push(message)
    if (message.type !== 'view') return
    const { type: _type, versions: _versions, gone = [], ...parts } = message
    view = { ...view, ...parts }
    for (const part of gone) delete (view as Record<string, unknown>)[part]
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return {
    messages,
    frames,
    view: () => view,
    views: () => messages.filter((message) => message.type === 'view'),
    say: (message) =>
      socket.send(typeof message === 'string' || message instanceof Uint8Array ? message : JSON.stringify(message)),
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.close(),
  }
}

/** The status with which an upgrade is answered. */
export const knock = (
  url: string,
  protocols: string[],
  headers: Record<string, string> = {},
): Promise<{ status: number; protocol: string }> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'), protocols, { headers })
    socket.on('open', () => {
      resolve({ status: 101, protocol: socket.protocol })
      socket.close()
    })
    socket.on('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, protocol: '' })
      socket.terminate()
    })
    socket.on('error', reject)
  })

/** A document as the stock provider sees it. */
export interface DocumentClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Every byte that came. */
  readonly received: readonly Uint8Array[]
  readonly isSynced: () => boolean
  readonly closings: readonly number[]
  readonly close: () => void
}

export const openDocument = (
  person: Person,
  name: string,
  doc = new Y.Doc(),
  params: Record<string, string> = {},
): DocumentClient => {
  const received: Uint8Array[] = []
  const closings: number[] = []
  class Tapped extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      this.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
      this.on('close', (code) => closings.push(code))
    }
  }
  const provider = new WebsocketProvider(socketUrl(person, '/docs'), name, doc, {
    disableBc: true,
    params,
    protocols: [`token.${person.token}`],
    WebSocketPolyfill: Tapped as unknown as typeof globalThis.WebSocket,
  })
  return { doc, provider, received, isSynced: () => provider.synced, closings, close: () => provider.destroy() }
}

/** Writes a private item as a client does, and says which. */
export const writeDraft = (doc: Y.Doc, step: string, text: string, state: DraftItem['state'] = 'ready'): ItemId => {
  const id = asId<'item'>(newId())
  openDraft(doc).items.add({ id, kind: 'idea', step: asId(step), text, lang: 'en', state })
  return id
}

/** Writes an item of the board as a client does where names are shown. */
export const writeItem = (doc: Y.Doc, step: string, text: string, author: string): ItemId => {
  const id = asId<'item'>(newId())
  openBoard(doc).items.add({
    id,
    kind: 'idea',
    step: asId(step),
    text,
    lang: 'en',
    rank: '',
    state: 'published',
    author: asId(author),
  })
  return id
}

/** The texts on a board. */
export const readTexts = (doc: Y.Doc): string[] => [...openBoard(doc).items.all().values()].map(({ text }) => text)

/** The texts in a draft, published ones included. */
export const readDrafts = (doc: Y.Doc): string[] => [...openDraft(doc).items.all().values()].map(({ text }) => text)

/** Opens a document by hand, sends one frame, and says with which code it was closed. */
export const sendFrame = (person: Person, name: string, frame: Uint8Array | string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(socketUrl(person, `/docs/${name}`), [`token.${person.token}`])
    socket.on('open', () => socket.send(frame))
    socket.on('close', resolve)
    socket.on('error', reject)
  })
