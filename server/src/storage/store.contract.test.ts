import { makeDataDir } from './contract/data-dir.ts'
import type { MemoryDisk } from './memory-disk.ts'
import { openMemoryStore } from './memory.ts'
import { openStore } from './open.ts'
import { describeStore } from './store.contract.ts'

describeStore('memory', async () => {
  const disk: MemoryDisk = new Map()
  const store = openMemoryStore(disk)
  const reopen = async () => {
    await store.close()
    return openMemoryStore(disk)
  }
  return { store, reopen }
})

describeStore('sqlite', async () => {
  const dataDir = await makeDataDir()
  const open = () => openStore({ dataDir, durability: 'full' })
  const store = await open()
  const reopen = async () => {
    await store.close()
    return open()
  }
  return { store, reopen }
})
