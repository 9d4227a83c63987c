import type { ItemId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

const MOST = 500

interface SettledDrafts {
  readonly ids: readonly ItemId[]
  readonly settle: (id: ItemId) => void
}

/** Late drafts whose owner said "keep for me": asked once, never again. */
export const useSettledDrafts = create<SettledDrafts>()(
  persist(
    (set) => ({
      ids: [],
      settle: (id) => set(({ ids }) => ({ ids: [...ids.filter((known) => known !== id), id].slice(-MOST) })),
    }),
    { name: 'roundel.settled', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.settled', useSettledDrafts)
