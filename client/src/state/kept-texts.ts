import type { SessionId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { useShallow } from 'zustand/react/shallow'
import { deviceStorage, followOtherTabs } from './stored.ts'

/** A text that could not be sent, or that its writer chose to keep. It stays on this device until thrown away. */
export interface KeptText {
  readonly id: string
  readonly session: SessionId
  readonly text: string
  readonly at: number
}

interface KeptTexts {
  readonly texts: readonly KeptText[]
  readonly keep: (texts: readonly KeptText[]) => void
  readonly drop: (session: SessionId, ids: readonly string[]) => void
}

/** "Kept on this device": nothing that was written is ever lost because it could not be delivered. */
export const useKeptTexts = create<KeptTexts>()(
  persist(
    (set) => ({
      texts: [],
      keep: (added) =>
        set(({ texts }) => {
          const replaced = new Set(added.map(({ session, id }) => `${session} ${id}`))
          return { texts: [...texts.filter(({ session, id }) => !replaced.has(`${session} ${id}`)), ...added] }
        }),
      drop: (session, ids) =>
        set(({ texts }) => ({ texts: texts.filter((text) => text.session !== session || !ids.includes(text.id)) })),
    }),
    { name: 'roundel.kept', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.kept', useKeptTexts)

/** What is kept of one session. */
export const useKeptTextsOf = (session: SessionId): readonly KeptText[] =>
  useKeptTexts(useShallow(({ texts }) => texts.filter((text) => text.session === session)))
