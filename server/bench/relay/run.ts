import { setTimeout as sleep } from 'node:timers/promises'
import { openClient } from './client.ts'
import type { Scenario } from './scenario.ts'
import type { ServerKind } from './serve.ts'
import { startServer } from './server-process.ts'

/** Until the engine has compiled what is hot; shorter runs measure the compiler. */
const WARM_UP_MS = 2_500
const DRAIN_MS = 300

/** What one server did in one scenario. */
export interface Outcome {
  /** Updates that reached a reader who had not written them. */
  readonly deliveries: number
  /** Deliveries as a share of those that were due. */
  readonly share: number
  readonly cpuMsPerThousand: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

const percentile = (sorted: Float64Array, share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

/** Lets one server serve one scenario for some milliseconds. */
export const run = async (kind: ServerKind, scenario: Scenario, ms: number): Promise<Outcome> => {
  const server = await startServer(kind)
  const { connections, writers, updatesPerSecond, stuck = 0 } = scenario
  const sentAt: number[] = []
  const latencies: number[] = []
  let first = Infinity

  const clients = await Promise.all(
    Array.from({ length: connections }, (_, index) =>
      openClient(server.url, index, (serial, reader) => {
        if (serial < first || serial % writers === reader) return
        latencies.push(performance.now() - (sentAt[serial] as number))
      }),
    ),
  )
  for (const client of clients.slice(0, writers)) client.begin()
  for (const client of clients.slice(connections - stuck)) client.stick()

  let serial = 0
  const write = async (until: number): Promise<void> => {
    const began = performance.now()
    const due = (): number => Math.floor(((performance.now() - began) / 1000) * writers * updatesPerSecond)
    for (let written = 0; performance.now() < until;) {
      for (; written < due(); written++) {
        sentAt[serial] = performance.now()
        clients[serial % writers]?.write(serial)
        serial++
      }
      await sleep(1)
    }
  }

  await write(performance.now() + WARM_UP_MS)
  const before = await server.cpuMs()
  first = serial
  await write(performance.now() + ms)
  await sleep(DRAIN_MS)
  const after = await server.cpuMs()
  for (const client of clients) client.close()
  server.stop()

  const sorted = Float64Array.from(latencies).toSorted()
  return {
    deliveries: latencies.length,
    share: latencies.length / ((serial - first) * (connections - 1 - stuck)),
    cpuMsPerThousand: ((after - before) / latencies.length) * 1000,
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
  }
}
