import type { SessionId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage } from './stored.ts'

const MOST = 50

interface CaughtUp {
  readonly sessions: readonly SessionId[]
  readonly note: (session: SessionId) => void
}

/** The sessions in which this device has been since before they began, or was told where everyone is. */
export const useCaughtUp = create<CaughtUp>()(
  persist(
    (set) => ({
      sessions: [],
      note: (session) =>
        set(({ sessions }) =>
          sessions.includes(session) ? { sessions } : { sessions: [...sessions, session].slice(-MOST) },
        ),
    }),
    { name: 'roundel.caught-up', version: 1, storage: deviceStorage },
  ),
)
