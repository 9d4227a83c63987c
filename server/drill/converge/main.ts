import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionId } from '@roundel/shared/kernel'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/storage/open.ts'
import { openJumpingChance } from '../../src/testing/jumping-chance.ts'

/** What whoever started the process may ask of it. */
type Wish =
  | { readonly ref: number; readonly wish: 'jump'; readonly ms: number }
  | {
      readonly ref: number
      readonly wish: 'compact'
      readonly session: SessionId
      readonly documents: readonly string[]
    }

/**
 * A server as it really is, in a process of its own, on the folder that it is given: to be killed at any moment. Its
 * clock jumps and its documents are compacted when its parent says so; each wish is answered with its number.
 */
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('which folder?')
const store = await openStore({ dataDir, durability: 'full' })
const chance = openJumpingChance()
const app = buildApp({
  config: readConfig({ LOG_LEVEL: 'error' }),
  store,
  chance,
  clientFolder: join(tmpdir(), 'roundel-no-client'),
})
await app.listen({ port: 0, host: '127.0.0.1' })

const carryOut = async (wish: Wish): Promise<void> => {
  if (wish.wish === 'jump') chance.jump(wish.ms)
  else for (const document of wish.documents) await store.compact(wish.session, document)
}

process.on('message', (message) => {
  const wish = message as Wish
  carryOut(wish).then(
    () => process.send?.({ ref: wish.ref }),
    (error: unknown) => process.send?.({ ref: wish.ref, error: String(error) }),
  )
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
process.send?.({ port: (app.server.address() as AddressInfo).port })
