import type { SessionId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

const MOST = 100

interface WaysBack {
  /** Sessions whose leader has taken the way back along. */
  readonly saved: readonly SessionId[]
  readonly save: (id: SessionId) => void
}

/** Whether whoever leads a session has somewhere else what lets them lead it again. */
export const useWaysBack = create<WaysBack>()(
  persist(
    (set) => ({
      saved: [],
      save: (id) => set(({ saved }) => ({ saved: [id, ...saved.filter((known) => known !== id)].slice(0, MOST) })),
    }),
    { name: 'roundel.ways-back', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.ways-back', useWaysBack)
