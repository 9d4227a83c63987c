import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage } from './stored.ts'

interface SessionDraft {
  /** What was planned and not created yet, as the page that plans keeps it. */
  readonly plan: unknown
  readonly keep: (plan: unknown) => void
  readonly drop: () => void
}

/** A session that is being planned on this device: a closed tab loses nothing. */
export const useSessionDraft = create<SessionDraft>()(
  persist(
    (set) => ({
      plan: undefined,
      keep: (plan) => set({ plan }),
      drop: () => set({ plan: undefined }),
    }),
    { name: 'roundel.plan', version: 1, storage: deviceStorage },
  ),
)
