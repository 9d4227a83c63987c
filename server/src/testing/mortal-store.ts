import { StorageFault, type Store } from '../storage/store.ts'

/** A store in a process that dies: once it has, nothing more is stored. */
export interface MortalStore {
  readonly store: Store
  /**
   * Lets it die at the write that comes as the `nth` from now: before it is stored, or when it is and nobody was told.
   */
  readonly dieAt: (nth: number, when: 'before' | 'after') => void
  /** How many writes have come since that was said, with the one that it died of. */
  readonly writes: () => number
}

/** Wraps a store so that it can die at a write. What was stored by then is on the disk beneath. */
export const makeMortal = (inner: Store): MortalStore => {
  let writes = 0
  let death = { at: Infinity, when: 'before' as 'before' | 'after' }
  const guard =
    <Given>(run: (write: Given) => Promise<void>) =>
    async (write: Given): Promise<void> => {
      writes++
      const isLast = writes === death.at && death.when === 'after'
      if (writes >= death.at && !isLast) throw new StorageFault('the process has died')
      await run(write)
      if (isLast) throw new StorageFault('the process has died')
    }
  return {
    store: { ...inner, create: guard(inner.create), commit: guard(inner.commit) },
    dieAt: (at, when) => {
      writes = 0
      death = { at, when }
    },
    writes: () => writes,
  }
}
