import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import { type Environment, readConfig } from '../config.ts'
import type { PrintPage } from '../paper/printer.ts'
import { openStore } from '../storage/open.ts'
import type { Store } from '../storage/store.ts'
import { type JumpingChance, openJumpingChance } from './jumping-chance.ts'

/** A server as it really is, on a free port of this machine, with a store in memory unless told otherwise. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly origin: string
  readonly store: Store
  readonly chance: JumpingChance
  /** Every line that was logged. */
  readonly lines: readonly string[]
  readonly stop: () => Promise<void>
}

export interface ServerWish {
  readonly environment?: Environment
  readonly store?: Store
  readonly clientFolder?: string
  readonly lanAddress?: string
  readonly chance?: JumpingChance
  readonly printPage?: PrintPage
}

/** An empty folder of its own, for a test. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'roundel-test-'))

export const startServer = async (wish: ServerWish = {}): Promise<RunningServer> => {
  const store = wish.store ?? (await openStore({ memory: true }))
  const chance = wish.chance ?? openJumpingChance()
  const lines: string[] = []
  const app = buildApp({
    config: readConfig({ LOG_LEVEL: 'debug', ...wish.environment }),
    store,
    chance,
    clientFolder: wish.clientFolder ?? join(tmpdir(), 'roundel-no-client'),
    lanAddress: wish.lanAddress,
    printPage: wish.printPage,
    logStream: { write: (line) => void lines.push(line) },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    store,
    chance,
    lines,
    stop: async () => {
      await app.close()
      await store.close()
    },
  }
}
