import type { StepId } from '@roundel/shared/kernel'
import type { Language } from '@roundel/shared/session'
import type { LucideIcon } from 'lucide-react'
import { type ComponentType, type ReactNode, lazy } from 'react'
import type { CatalogueLoader } from '../i18n/catalogue.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { inTurn } from '../ui/in-turn.ts'

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
  /** What one's own side is called among the tabs of phones, where it is not for writing alone. */
  readonly sideWord?: MessageKey
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
  /** A step of it as one looks back at it, where that is more than its items. Loaded when it is first drawn. */
  readonly Past?: ComponentType<{ readonly step: StepId }>
  /** What can be chosen besides minutes and names, for whoever plans. Loaded when it is first drawn. */
  readonly Options?: ComponentType<OptionsProps>
  /** What only this method says, but for what stands on the agenda. Its screen has them; whatever else says them loads them. */
  readonly texts?: CatalogueLoader
  /** What the present step begins from, under its question: for a wall that draws the question itself. Loaded when it is first drawn. */
  readonly Prompts?: ComponentType
  /** Whether its open phases, or those named, are a board of ideas and groups: a wall is laid out for those at the back. */
  readonly isBoard?: true | readonly string[]
  /** Whether it asks the question in words of its own while people write, so that a wall shows those. */
  readonly asksAnew?: true
  /** What a wall shows while people write in private, where that is more than their number. */
  readonly PrivateScene?: ComponentType
  /** What of its steps lies beside what people write in later ones. */
  readonly Tray?: ComponentType
  /** Draws the present phase by giving its parts to `frame`. Loaded when it is first drawn, or fetched before. */
  readonly Screen: ComponentType<ScreenProps>
  /** Loads the screen ahead of time, in its turn. Never rejects: whoever draws it tries again. */
  readonly fetchScreen: (language: Language) => void
}

/** A screen that is loaded on its own, with the texts of its method, so that a session carries only the methods on its agenda. */
export const laterScreen = (
  load: () => Promise<ComponentType<ScreenProps>>,
  texts?: CatalogueLoader,
): Pick<MethodView, 'Screen' | 'fetchScreen' | 'texts'> => ({
  ...(texts && { texts }),
  Screen: lazy(async () => {
    const Inner = await load()
    if (!texts) return { default: Inner }
    return {
      default: (props: ScreenProps) => (
        <MoreTexts from={texts}>
          <Inner {...props} />
        </MoreTexts>
      ),
    }
  }),
  fetchScreen: (language) => {
    inTurn(load)
    if (texts) inTurn(() => loadCatalogue(texts, language))
  },
})

/** What can be chosen about a method, loaded on its own with the texts of the method. */
export const laterOptions = (
  load: () => Promise<ComponentType<OptionsProps>>,
  texts: CatalogueLoader,
): ComponentType<OptionsProps> =>
  laterPart(async () => {
    const Inner = await load()
    return (props: OptionsProps) => (
      <MoreTexts from={texts}>
        <Inner {...props} />
      </MoreTexts>
    )
  })
