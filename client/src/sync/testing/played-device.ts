import { type Draft, openDraft } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import { vi } from 'vitest'
import type * as Y from 'yjs'
import { connectDocument } from '../document-link.ts'
import * as exchange from '../exchange.ts'
import { openReplica } from '../replica.ts'
import { type SocketsMode, playServer } from './played-server.ts'

/** A session that is polled or not, as the test says. */
const playWay = () => {
  const listeners = new Set<() => void>()
  let isPolling = false
  return {
    isPolling: () => isPolling,
    subscribe: (onChange: () => void) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    poll: (next: boolean) => {
      isPolling = next
      for (const listener of listeners) listener()
    },
  }
}

/** One device with a document, and the server it writes to. `random` is the chance with which it comes back. */
export const openDevice = (sockets: SocketsMode = 'work', name = 'draft.me', random = () => 0.5) => {
  const server = playServer()
  server.network.sockets = sockets
  vi.stubGlobal('fetch', server.fetch)
  const way = playWay()
  const docs: Y.Doc[] = []
  const kept = new Map<string, string[]>()
  const told = { isSaved: true, isLost: false, losses: 0 }
  const loadExchange = vi.fn<() => Promise<typeof exchange>>(async () => exchange)
  const connect = connectDocument('wss://roundel.test/docs', name, way, {
    random,
    Socket: server.Socket,
    loadExchange,
  })
  const replica = openReplica<Draft>({
    open: openDraft,
    recordsOf: ({ items }) => items.all(),
    textOf: (draft, id) => draft.items.get(id as ItemId)?.text,
    connect: (doc, events) => {
      docs.push(doc)
      return connect(doc, events)
    },
    keep: (texts) => {
      for (const { id, text } of texts) kept.set(id, [...(kept.get(id) ?? []), text])
    },
    unkeep: (texts) => {
      for (const { id } of texts) kept.delete(id)
    },
    onChanged: () => {
      told.isSaved = false
    },
    onConfirmed: () => {
      told.isSaved = true
    },
    onConnected: () => {
      told.isLost = false
    },
    onLost: () => {
      told.isLost = true
      told.losses++
    },
  })
  const doc = (): Y.Doc => {
    const newest = docs.at(-1)
    if (!newest) throw new Error('not connected')
    return newest
  }
  return { server, way, replica, kept, told, doc, docs, loadExchange }
}

export const idOf = (nth: number): ItemId => asId<'item'>(`item-${nth}`.padEnd(16, '-'))
export const addTo = (draft: Draft, nth: number, text: string): void =>
  draft.items.add({
    id: idOf(nth),
    kind: 'idea',
    step: asId<'step'>('step'.padEnd(16, '-')),
    text,
    lang: 'en',
    state: 'ready',
  })
export const textsOf = (draft: Draft): string[] => [...draft.items.all().values()].map(({ text }) => text)
export const textsIn = (doc: Y.Doc): string[] => textsOf(openDraft(doc))
