import type { SeatId, SessionId } from '@roundel/shared/kernel'
import type { Role } from '@roundel/shared/session'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

/** A session in which this device holds a seat. Holds no secret: the seat is proved by the cookie. */
export interface KnownSession {
  readonly id: SessionId
  readonly seat?: SeatId
  readonly title: string
  readonly role: Role
  readonly name?: string
  readonly state: 'lobby' | 'live' | 'ended'
  readonly code?: string
  readonly seenAt: number
  /** This person said that nobody of their name who was here before is they. */
  readonly hasNoNamesake?: true
}

const MOST = 24

interface KnownSessions {
  readonly sessions: readonly KnownSession[]
  readonly remember: (session: KnownSession) => void
  readonly forget: (id: SessionId) => void
}

/** The sessions known to this device, the one seen last first. */
export const useKnownSessions = create<KnownSessions>()(
  persist(
    (set) => ({
      sessions: [],
      remember: (session) =>
        set(({ sessions }) => {
          const before = sessions.find(({ id }) => id === session.id)
          return {
            sessions: [{ ...before, ...session }, ...sessions.filter(({ id }) => id !== session.id)].slice(0, MOST),
          }
        }),
      forget: (id) => set(({ sessions }) => ({ sessions: sessions.filter((session) => session.id !== id) })),
    }),
    { name: 'roundel.sessions', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.sessions', useKnownSessions)
