import type { SeatId, SessionId } from '@roundel/shared/kernel'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { useShallow } from 'zustand/react/shallow'
import { deviceStorage, followOtherTabs } from './stored.ts'

/** A text that could not be sent, or that its writer chose to keep. It stays on this device until thrown away. */
export interface KeptText {
  readonly id: string
  readonly session: SessionId
  /** Whose it is, where several people use one device. Absent from what was kept by an earlier release. */
  readonly seat?: SeatId
  readonly text: string
  readonly at: number
}

interface KeptTexts {
  readonly texts: readonly KeptText[]
  readonly keep: (texts: readonly KeptText[]) => void
  /** Forgets exactly these: of one record there may be several texts, which were refused one after the other. */
  readonly drop: (session: SessionId, texts: readonly Saying[]) => void
}

type Saying = Pick<KeptText, 'id' | 'text'>

const saysTheSame = (one: Saying, other: Saying): boolean => one.id === other.id && one.text === other.text

const isAmong = (one: KeptText, texts: readonly KeptText[]): boolean =>
  texts.some((text) => text.session === one.session && saysTheSame(one, text))

/** "Kept on this device": nothing that was written is ever lost because it could not be delivered. */
export const useKeptTexts = create<KeptTexts>()(
  persist(
    (set) => ({
      texts: [],
      keep: (added) =>
        set(({ texts }) => {
          const news = added.filter((one, nth) => !isAmong(one, [...texts, ...added.slice(0, nth)]))
          return { texts: [...texts, ...news] }
        }),
      drop: (session, gone) =>
        set(({ texts }) => ({
          texts: texts.filter((text) => text.session !== session || !gone.some((each) => saysTheSame(each, text))),
        })),
    }),
    { name: 'roundel.kept', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.kept', useKeptTexts)

/** Of all that is kept, what one seat wrote in one session. */
export const keptBy = (texts: readonly KeptText[], session: SessionId, seat: SeatId): readonly KeptText[] =>
  texts.filter((text) => text.session === session && (text.seat ?? seat) === seat)

/** What is kept of one seat in one session. */
export const useKeptTextsOf = (session: SessionId, seat: SeatId): readonly KeptText[] =>
  useKeptTexts(useShallow(({ texts }) => keptBy(texts, session, seat)))
