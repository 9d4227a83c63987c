import { asId } from '@roundel/shared/kernel'
import { type Store, StorageFault } from '../storage/store.ts'
import type { Chance } from './chance.ts'

const PROBE_EVERY_MS = 2_000

/** Whether this server should be sent people: not while its store fails, and not when it is about to stop. */
export interface Readiness {
  readonly isReady: () => boolean
  /** Something could not be done. Only failures of the store count against the server. */
  readonly noteFault: (error: unknown) => void
  /** The server is about to stop. */
  readonly stop: () => void
}

/** Ready from the start. After a failure of the store a session is stored and removed every so often until that works. */
export const openReadiness = (
  store: Pick<Store, 'create' | 'remove'>,
  { clock, newId }: Pick<Chance, 'clock' | 'newId'>,
): Readiness => {
  let isFailing = false
  let isStopping = false
  let cancel: (() => void) | undefined

  const probe = async (): Promise<void> => {
    const session = asId<'session'>(newId())
    try {
      await store.create({ session, value: { version: 1, json: '{}', code: `probe ${session}` } })
      await store.remove(session)
      isFailing = false
    } catch {
      schedule()
    }
  }

  const schedule = (): void => {
    if (!isStopping) cancel = clock.after(PROBE_EVERY_MS, () => void probe())
  }

  return {
    isReady: () => !isFailing && !isStopping,
    noteFault: (error) => {
      if (isFailing || !(error instanceof StorageFault)) return
      isFailing = true
      schedule()
    },
    stop: () => {
      isStopping = true
      cancel?.()
    },
  }
}
