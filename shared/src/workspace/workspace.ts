import type { ItemKind } from '../board/index.ts'
import type { ContactId, ItemId, SessionId, WorkspaceId } from '../kernel/index.ts'
import type { Language, NewSession, Position, Step, StepBody } from '../session/index.ts'

/** What a contact was: a talk with a client, or people who were asked (research, a survey). */
export const CONTACT_KINDS = ['client', 'research'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** Somebody was talked to, or people were asked: what that came to, in a few lines. */
export interface Contact {
  readonly id: ContactId
  readonly kind: ContactKind
  /** With whom, as the team says it. */
  readonly who: string
  /** When, server time. */
  readonly at: number
  /** One to three. */
  readonly lines: readonly string[]
}

/** An agenda under a name, to begin from, with what else was planned together with it. */
export interface SavedAgenda {
  readonly id: string
  readonly title: string
  /** Ids stand in it where one step names another; whoever begins from it gives new ones. */
  readonly agenda: readonly StepBody[]
  readonly language?: Language
  readonly challenge?: NonNullable<NewSession['challenge']>
  readonly settings?: NonNullable<NewSession['settings']>
  /** How long all of it is to take, minutes. */
  readonly plannedMinutes?: number
}

/** A team over the quarters, as the server keeps it: what stands in no session. Plain and immutable. */
export interface Workspace {
  readonly id: WorkspaceId
  readonly title: string
  readonly language: Language
  readonly createdAt: number
  /** How many days its sessions and its contacts are kept. */
  readonly retentionDays: number
  /** The latest first. */
  readonly contacts: readonly Contact[]
  readonly agendas: readonly SavedAgenda[]
}

/** A session as its workspace lists it: figures, and no person. */
export interface SessionDigest {
  readonly id: SessionId
  readonly title: string
  readonly state: Position['state']
  /** When it took place: its beginning, else for when it is planned, else when it was made. Server time. */
  readonly at: number
  /** Who took part, but for those who only watched. */
  readonly people: number
  /** Published ideas. */
  readonly ideas: number
  /** How many ideas were voted on before a decision, and how many of these it took up. */
  readonly scored: number
  readonly chosen: number
  /** How many ideas were decided on, voted on or not, and how many of these go back to what a client said. */
  readonly decided: number
  readonly heard: number
  /** Of each idea of an action that was tried, and that goes back to what a client said: how many days lie between. */
  readonly trialDays: readonly number[]
  readonly steps: readonly Pick<Step, 'kind' | 'state' | 'begun'>[]
}

/** Something that a session decided to do, and how it stands after all sessions since. */
export interface Undertaking {
  readonly session: SessionId
  /** Of that session. */
  readonly title: string
  /** The id of the action in it. */
  readonly action: string
  readonly text: string
  /** Who sees to it; empty where nobody knows any more. */
  readonly owner: string
  /** A day of the calendar, `2026-11-22`; absent where no date was agreed. */
  readonly due?: string
  /** When it was decided, server time. */
  readonly decidedAt: number
  /** `carried`: it was looked at, and goes on as another. */
  readonly state: 'open' | 'done' | 'carried' | 'dropped'
  /** When it was looked at first, and what is known of it: whether it was tried, made things better, and was measured. */
  readonly reviewed?: {
    readonly at: number
    readonly isTried: boolean
    readonly isBetter: boolean
    /** By the figure that was agreed for it. */
    readonly isMeasured: boolean
  }
}

/** Something that can be brought into a later session. */
export interface Carriable {
  readonly item: ItemId
  readonly kind: ItemKind
  readonly text: string
  readonly lang: string
}
