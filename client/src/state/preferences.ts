import type { Colour } from '@roundel/shared/board'
import type { Language } from '@roundel/shared/session'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { deviceStorage, followOtherTabs } from './stored.ts'

export type Theme = 'system' | 'light' | 'dark'
/** How much is read out: everything, what matters, or only what concerns one's own doing. */
export type Speech = 'all' | 'important' | 'quiet'

interface Preferences {
  /** Undefined until chosen; then the browser's languages decide. */
  readonly language?: Language
  readonly theme: Theme
  readonly stillMotion: boolean
  readonly speech: Speech
  /** Keeps the screen on, buzzes and marks the title when the phase changes. */
  readonly signals: boolean
  /** What this person called themselves last, so that nobody types it twice. */
  readonly name: string
  readonly colour?: Colour
  /** Whether keys do things by themselves, beyond what every programme does with them. */
  readonly shortcuts: boolean
  /** Keys this person chose instead of the default, by what they do. */
  readonly chords: Readonly<Record<string, string>>
  readonly set: (change: Partial<Omit<Preferences, 'set'>>) => void
}

/** What one person wishes on this device. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      stillMotion: false,
      speech: 'important',
      signals: true,
      name: '',
      shortcuts: true,
      chords: {},
      set: (change) => set(change),
    }),
    { name: 'roundel.preferences', version: 1, storage: deviceStorage },
  ),
)

followOtherTabs('roundel.preferences', usePreferences)
