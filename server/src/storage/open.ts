import { openMemoryStore } from './memory.ts'
import { openSqliteStore } from './sqlite/sqlite-store.ts'
import type { Store } from './store.ts'

/** Where sessions are to live: in a folder, flushed to the disk with every commit (`full`) or not, or in memory only. */
export type StoreOptions =
  | { readonly dataDir: string; readonly durability: 'full' | 'relaxed' }
  | { readonly memory: true }

/** Opens a store. Throws `UnusableStore` when the folder is in use by another process, damaged, or of a newer release. */
export const openStore = async (options: StoreOptions): Promise<Store> =>
  'memory' in options ? openMemoryStore() : openSqliteStore(options)
