import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

const MOST = 100

interface Unsent {
  readonly texts: Readonly<Record<string, string>>
  readonly keep: (place: string, text: string) => void
}

const useAllUnsent = create<Unsent>()(
  persist(
    (set) => ({
      texts: {},
      keep: (place, text) =>
        set(({ texts }) => {
          const others = Object.entries(texts).filter(([key]) => key !== place)
          return { texts: Object.fromEntries(text === '' ? others : [...others, [place, text]].slice(-MOST)) }
        }),
    }),
    { name: 'roundel.unsent', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.unsent', useAllUnsent)

/** What was typed at a place and not sent yet. It waits there whatever the session, the tree or the page does meanwhile. */
export const useUnsent = (place: string) => {
  const text = useAllUnsent(({ texts }) => texts[place] ?? '')
  const keep = useAllUnsent((store) => store.keep)
  return {
    text,
    setText: (next: string): void => keep(place, next),
    /** It was taken: it goes, unless more was typed since. */
    settle: (sent: string): void => {
      if (useAllUnsent.getState().texts[place] === sent) keep(place, '')
    },
  }
}

/** Whether something was typed at a place and not sent yet. */
export const hasUnsent = (place: string): boolean => (useAllUnsent.getState().texts[place] ?? '').trim() !== ''
