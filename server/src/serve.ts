import { networkInterfaces } from 'node:os'
import { join, resolve } from 'node:path'
import type { AddressInfo } from 'node:net'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { Language } from '@roundel/shared/session'
import type { Chance } from './sessions/chance.ts'
import { openStore } from './storage/open.ts'

const CLIENT_FOLDER = join(import.meta.dirname, '../../client/dist')

const EVERYWHERE = new Set(['0.0.0.0', '::'])
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** The address under which others in the local network reach a server that listens on `host`. */
const findLanAddress = (host: string): string | undefined => {
  if (LOOPBACK.has(host)) return undefined
  if (!EVERYWHERE.has(host)) return host
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

/** A server that is open. */
export interface Serving {
  /** What to tell whoever started it: where it is open and where everything is kept. */
  readonly greeting: readonly string[]
  /** Begins a rehearsal, through the same door as everybody. Resolves with the link that leads it. */
  readonly rehearse: (language: Language) => Promise<string>
  /** Something broke that nobody caught. */
  readonly logFatal: (error: unknown) => void
  /** Lets nobody in any more, shows everyone out, and resolves when everything is on disk. */
  readonly stop: () => Promise<void>
}

/** Opens the store and the doors. Rejects with `UnusableStore`, or with the system's error when the port cannot be had. */
export const serve = async (config: Config, chance: Chance): Promise<Serving> => {
  const dataDir = resolve(config.dataDir)
  const store = await openStore({ dataDir, durability: config.durability })
  const lanAddress = findLanAddress(config.host)
  const app = buildApp({ config, store, chance, clientFolder: CLIENT_FOLDER, lanAddress })
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await app.close()
    await store.close()
    throw error
  }

  const { port } = app.server.address() as AddressInfo
  const isLocal = EVERYWHERE.has(config.host) || LOOPBACK.has(config.host)
  return {
    greeting: [
      'Roundel is open',
      ...(isLocal ? [`  on this computer      http://localhost:${port}`] : []),
      ...(lanAddress === undefined ? [] : [`  in the local network  http://${lanAddress}:${port}`]),
      ...(config.publicUrl ? [`  for everyone          ${config.publicUrl.origin}`] : []),
      `  everything is kept in ${dataDir}`,
      ...(config.durability === 'relaxed' ? ['  a power cut may take the last moments (DURABILITY=relaxed)'] : []),
    ],
    rehearse: async (language) => {
      const reply = await app.inject({
        method: 'POST',
        url: '/api/rehearsals',
        headers: config.createKey === undefined ? {} : { authorization: `Bearer ${config.createKey}` },
        payload: { language, credential: 'token' },
      })
      if (reply.statusCode !== 201) throw new Error(`no rehearsal could be begun: ${reply.body}`)
      const { links } = reply.json<{ readonly links: { readonly facilitator: string } }>()
      const { pathname, hash } = new URL(links.facilitator)
      return `${config.publicUrl?.origin ?? `http://localhost:${port}`}${pathname}${hash}`
    },
    logFatal: (error) => app.log.fatal({ err: error }, 'the server broke'),
    stop: async () => {
      await app.close()
      await store.close()
    },
  }
}
