import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage } from './stored.ts'

const MOST = 30

interface HostHints {
  /** Nothing is said to a host of how much of a cloth is theirs. */
  readonly isOff: boolean
  /** The rounds in which it was said and put away, by `hintName`. */
  readonly put: readonly string[]
  readonly putAway: (name: string) => void
  readonly turn: (isOff: boolean) => void
}

/** Which seat was hinted at in which round of which step. */
export const hintName = (step: string, round: number, seat: string): string => `${step} ${round} ${seat}`

/** What a host wishes to be told, and was told, on this device. Nobody else learns of it. */
export const useHostHints = create<HostHints>()(
  persist(
    (set) => ({
      isOff: false,
      put: [],
      putAway: (name) => set(({ put }) => ({ put: [...put.filter((each) => each !== name), name].slice(-MOST) })),
      turn: (isOff) => set({ isOff }),
    }),
    { name: 'roundel.host-hints', version: 1, storage: deviceStorage },
  ),
)
