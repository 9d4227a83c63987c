import type { ServerKind } from './serve.ts'

/** How many people are there, and how fast some of them write. */
export interface Scenario {
  readonly name: string
  readonly connections: number
  readonly writers: number
  readonly updatesPerSecond: number
  /** How many of those who only read take nothing any more: their sockets stay open, and nobody reads them. */
  readonly stuck?: number
}

export const SCENARIOS: readonly Scenario[] = [
  { name: '50 connections, 10 write 25/s', connections: 50, writers: 10, updatesPerSecond: 25 },
  { name: '200 connections, 8 write 25/s', connections: 200, writers: 8, updatesPerSecond: 25 },
  {
    name: '50 connections, 10 write 25/s, 10 take nothing',
    connections: 50,
    writers: 10,
    updatesPerSecond: 25,
    stuck: 10,
  },
]

/** The servers under test. */
export const SERVERS = [
  { name: 'bare ws', kind: 'bare' },
  { name: 'y-websocket reference', kind: 'reference' },
  { name: 'relay, memory', kind: 'memory' },
  { name: 'relay, disk flushed', kind: 'disk' },
] as const satisfies readonly { readonly name: string; readonly kind: ServerKind }[]

export type ServerName = (typeof SERVERS)[number]['name']
