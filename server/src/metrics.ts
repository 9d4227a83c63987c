import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Rooms } from './sessions/rooms.ts'

/** What is counted for whoever watches over the server. Labels never name sessions or people. */
export interface Metrics {
  readonly registry: Registry
  readonly countRequest: (method: string, route: string, status: number, seconds: number) => void
  readonly countCommand: (outcome: string) => void
}

export const openMetrics = (rooms: () => Rooms): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'roundel_sessions_open',
    help: 'Sessions in memory',
    registers,
    collect() {
      this.set(rooms().size())
    },
  })
  new Gauge({
    name: 'roundel_sockets_open',
    help: 'Sockets of all sessions',
    registers,
    collect() {
      this.set(rooms().sockets())
    },
  })
  const requests = new Histogram({
    name: 'roundel_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
  const commands = new Counter({
    name: 'roundel_commands_total',
    help: 'Commands by outcome',
    labelNames: ['outcome'],
    registers,
  })
  return {
    registry,
    countRequest: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    countCommand: (outcome) => commands.inc({ outcome }),
  }
}
