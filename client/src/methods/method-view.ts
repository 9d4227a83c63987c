import type { LucideIcon } from 'lucide-react'
import { type ComponentType, type ReactNode, lazy } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'

/** What a phase is called and drawn as. */
export interface PhaseView {
  readonly label: MessageKey
  readonly icon: LucideIcon
  /** What the facilitator's button says that leads into it. A release says what it releases instead. */
  readonly go: MessageKey
}

/** The parts of the stage that a method fills in. */
export interface StageParts {
  readonly question: ReactNode
  readonly side?: ReactNode
  readonly sideOnPhone?: boolean
  /** Whether `side` shows the sentence that is being written; otherwise the stage does. */
  readonly hasComposer?: boolean
  readonly room: ReactNode
}

/** What a method's screen is given. */
export interface ScreenProps {
  readonly frame: (parts: StageParts) => ReactNode
}

/** What the options of a method are given: its settings, and a way to change some of them. */
export interface OptionsProps {
  readonly settings: Readonly<Record<string, unknown>>
  readonly onChange: (settings: Readonly<Record<string, unknown>>) => void
}

/** How a method looks: its name, its phases, and the screen of each. */
export interface MethodView {
  readonly name: MessageKey
  readonly icon: LucideIcon
  /** One line on what happens, for whoever plans. */
  readonly about: MessageKey
  readonly phases: Readonly<Record<string, PhaseView>>
  /** What everyone works by, as its screen says it. */
  readonly rules?: readonly MessageKey[]
  /** What can be chosen besides minutes and names, for whoever plans. Loaded when it is first drawn. */
  readonly Options?: ComponentType<OptionsProps>
  /** Draws the present phase by giving its parts to `frame`. Loaded when it is first drawn, or fetched before. */
  readonly Screen: ComponentType<ScreenProps>
  /** Loads the screen ahead of time. Never rejects: whoever draws it tries again. */
  readonly fetchScreen: () => void
}

/** A screen that is loaded on its own, so that a session carries only the methods on its agenda. */
export const laterScreen = (
  load: () => Promise<ComponentType<ScreenProps>>,
): Pick<MethodView, 'Screen' | 'fetchScreen'> => ({
  Screen: lazy(async () => ({ default: await load() })),
  fetchScreen: () => {
    load().catch(() => undefined)
  },
})
