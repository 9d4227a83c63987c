import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** What the generator asks of a server process, and what it hears. */
export type Question = 'usage' | 'stop'
export type Answer = { readonly port: number } | { readonly cpuMs: number }

/** Runs a websocket server as a process of the benchmark: says its port, then how much it used, when asked. */
export const listen = (serve: (socket: WebSocket) => void): void => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const say = (answer: Answer): void => void process.send?.(answer)
  server.on('connection', serve)
  server.on('listening', () => say({ port: (server.address() as AddressInfo).port }))
  process.on('message', (question: Question) => {
    if (question === 'stop') process.exit(0)
    const { user, system } = process.cpuUsage()
    say({ cpuMs: (user + system) / 1000 })
  })
  process.on('disconnect', () => process.exit(0))
}
