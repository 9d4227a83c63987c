import type { Colour } from '../board/index.ts'
import type { ContactId, ItemId, SeatId, SessionId, StepId, WorkspaceId } from '../kernel/index.ts'
import type { MethodId, Policies, Release } from '../methods/index.ts'
import type { Actor } from './decision.ts'

export const ROLES = ['facilitator', 'co-facilitator', 'participant', 'observer', 'screen'] as const
export type Role = (typeof ROLES)[number]

export const SIDES = ['team', 'client'] as const
export type Side = (typeof SIDES)[number]

export const FLAGS = ['host', 'decider', 'scribe'] as const
export type Flag = (typeof FLAGS)[number]

export const LANGUAGES = ['en', 'ru', 'fa'] as const
/** A language of the interface. Content may be in any language. */
export type Language = (typeof LANGUAGES)[number]

/** What each link lets in. `client` is a participant on the client's side. */
export const INVITES = ['facilitator', 'participant', 'client', 'observer', 'screen'] as const
export type Invite = (typeof INVITES)[number]

/** What the path of a link begins with, by whom it lets in. */
export const LINK_LETTERS = {
  facilitator: 'f',
  participant: 'j',
  client: 'j',
  observer: 'j',
  screen: 'p',
} as const satisfies Readonly<Record<Invite, string>>

/** Somebody who sat down anew says that another seat is theirs too, and what those who lead answered. Asked once. */
export interface Claim {
  readonly of: SeatId
  readonly state: 'asked' | 'granted' | 'refused'
}

/** A person's place in a session. Survives reload, moves between devices, and is never reused. */
export interface Seat {
  readonly id: SeatId
  readonly name: string
  readonly colour: Colour
  readonly role: Role
  readonly side: Side
  readonly flags: readonly Flag[]
  readonly language: Language
  readonly department?: string
  readonly place?: string
  /** `waiting` at a closed door; `parked` when its browser sat down as somebody else; `removed` by a facilitator. */
  readonly state: 'seated' | 'waiting' | 'refused' | 'parked' | 'removed'
  readonly joinedAt: number
  /** When the person sat down under the line of consent that the operator shows at the door. */
  readonly consentedAt?: number
  /** For who waits: somebody let them in while there was no place; they go in as soon as there is one. */
  readonly admitted?: true
  /** For who was removed: whether they asked to come back, which they may once, and whether that was turned down. */
  readonly askedBack?: 'open' | 'declined'
  readonly claim?: Claim
}

/** The question of a session: free text, or the formula (Who?) can (do what?) so that (why?), or both. */
export interface Challenge {
  readonly text: string
  readonly who?: string
  readonly what?: string
  readonly why?: string
  /** The text in other languages, by language. */
  readonly translations?: Readonly<Partial<Record<Language, string>>>
}

export type Names = 'hidden' | 'shown'

/** One entry of the agenda. */
export interface Step {
  readonly id: StepId
  readonly kind: MethodId
  readonly title?: string
  readonly question?: string
  /** Whether authors are shown. Hidden by default. */
  readonly names: Names
  /** What the method's own schema accepts; minutes of phases among them. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly state: 'planned' | 'live' | 'done' | 'skipped'
  /**
   * Set for good when the step is first live. From then on its names and settings stand, but for minutes: people wrote
   * under them.
   */
  readonly begun?: true
  /** Set for good when somebody first changed what its method keeps of it. */
  readonly worked?: true
  /** What those who lead mean to say. For them alone. */
  readonly notes?: string
  /** Goes on by itself when the time of a phase is up. */
  readonly advances?: true
  /**
   * Items to begin from, where its method takes any: those that were chosen, or what the steps before it bring when it is
   * first live. From then on they stand.
   */
  readonly prompts?: readonly ItemId[] | 'brought'
  /** While it is the first to come, people may write for it in private before the session begins. */
  readonly early?: true
  /** How many minutes it was planned for, once it was shortened. */
  readonly planned?: number
  /** The phase in which it was left, and in which it goes on. Absent while live. */
  readonly left?: string
  /** The furthest of its phases that was ever entered: what lies behind it was never released. */
  readonly reached?: string
  readonly spent?: Spent
}

/** When a step was live, server time. */
export interface Spent {
  /** The first time. */
  readonly begunAt: number
  /** The last time it was left. Absent before. */
  readonly endedAt?: number
  /** All its times but the present one, milliseconds. */
  readonly ms: number
  /** Since when it is live now. */
  readonly since?: number
}

/** A phase's clock, in server time. At zero nothing ends by itself. */
export type Clock =
  | { readonly state: 'off' }
  | { readonly state: 'running'; readonly endsAt: number }
  | { readonly state: 'paused'; readonly leftMs: number }

/** A press that will release information, announced to all until `at`. */
export interface Armed {
  readonly press: Release
  readonly at: number
  /** `server` where a step goes on by itself. */
  readonly by: Actor
}

/** Who speaks one after the other, each once. */
export interface Round {
  /** Who has spoken or passed, in order. */
  readonly spoken: readonly SeatId[]
  /** Whose turn it is, and who comes after. */
  readonly waiting: readonly SeatId[]
  /** Who was skipped once and asked again at the end. */
  readonly skipped: readonly SeatId[]
}

/** Where the session is. `epoch` grows with every move and never goes back. */
export type Position =
  | { readonly state: 'lobby'; readonly epoch: number }
  | {
      readonly state: 'live'
      readonly epoch: number
      readonly step: StepId
      readonly phase: string
      readonly since: number
      readonly clock: Clock
      readonly armed?: Armed
      /** Where the room is large and the phase has rights for that: who counts as `some`. */
      readonly named?: readonly SeatId[]
      readonly round?: Round
      /** Somebody decided that the phase does not end by itself this time, although its step says so. */
      readonly held?: true
    }
  | { readonly state: 'ended'; readonly epoch: number; readonly at: number }

export const MARKS = ['ready', 'hand', 'need-time'] as const
export type MarkType = (typeof MARKS)[number]

/** Something a person signalled. Cleared when the phase changes. */
export interface Mark {
  readonly type: MarkType
  readonly seat: SeatId
  readonly item?: ItemId
}

/** An item that was dealt to one person, and until when nobody else gets it. */
export interface Lease {
  readonly seat: SeatId
  readonly item: ItemId
  readonly until: number
}

/** How what was revealed is dealt to be read. A turn is a place in `turns`, from 0, and nobody's turn ever changes. */
export interface Reading {
  readonly step: StepId
  readonly seed: number
  /** Participants who were there at the reveal: theirs are the first turns. */
  readonly readers: number
  /** Who got a turn, in order; who came later stands behind. */
  readonly turns: readonly SeatId[]
}

/** A line to everybody, shown until `until`. */
export interface Message {
  readonly text: string
  readonly by: SeatId
  readonly until: number
}

export interface Settings {
  /** `open` lets everyone with an invite in; `ask` lets them wait for a facilitator. */
  readonly door: 'open' | 'ask'
  readonly participants: number
  /** Whether participants may export what they may see. */
  readonly participantsExport: boolean
  readonly allowLate: boolean
  /** Until when ideas can still be added after the end, server time; not at all where nothing is said. */
  readonly lateUntil?: number
  /** How many people are expected. */
  readonly headcount?: number
}

/** The rights that held just before the last move or lock, and until when they are still honoured. */
export interface Grace {
  readonly until: number
  readonly policies: Policies
  readonly step: StepId
  /** Absent in what was stored before phases were kept. */
  readonly phase?: string
  readonly names: Names
  readonly locked: boolean
  readonly named?: readonly SeatId[]
  readonly within?: readonly StepId[]
  /** The rights before those, when two changes came within one grace. */
  readonly former?: Grace
}

/** A link to the report for people who have no seat: since when it opens it, whether with names, and who made it. */
export interface Sharing {
  /** Of its secret, which nobody keeps. */
  readonly hash: string
  readonly names: Names
  readonly opensAt: number
  readonly by: SeatId
}
/** What an item was brought from: an item of an earlier session of the workspace, or a line of its contact log, from 0. */
export type Origin =
  | { readonly type: 'item'; readonly session: SessionId; readonly item: ItemId }
  | { readonly type: 'contact'; readonly contact: ContactId; readonly line: number }

/** The whole session as the server keeps it: a plain, immutable value. Never leaves the server; `viewFor` does. */
export interface Session {
  readonly id: SessionId
  readonly title: string
  readonly language: Language
  readonly createdAt: number
  readonly challenge: Challenge
  /** Earlier wordings of the challenge, oldest first. */
  readonly challengeHistory: readonly { readonly at: number; readonly challenge: Challenge }[]
  /** The spoken invitation. An invitation, not a credential. */
  readonly code: string
  /** The secret of each link. Facilitators may see them again; nobody else may. */
  readonly links: Readonly<Record<Invite, string>>
  readonly agenda: readonly Step[]
  /** When the session is to begin, server time. */
  readonly plannedAt?: number
  /** How long it is to take. */
  readonly plannedMinutes?: number
  /** How long its agenda was when it began. */
  readonly agendaMinutes?: number
  readonly position: Position
  /** What the methods keep of their steps besides items, by step. Each knows its own; nothing else reads it. */
  readonly workings?: Readonly<Record<StepId, unknown>>
  readonly settings: Settings
  readonly seats: Readonly<Record<SeatId, Seat>>
  /** The team over the quarters that it belongs to. */
  readonly workspace?: WorkspaceId
  /** Where items were brought from, by item. A reference only: what it says is read where it stands. */
  readonly origins?: Readonly<Record<ItemId, Origin>>
  /** The items whose words were put right after the end, each with when that was last, server time. */
  readonly corrected?: Readonly<Record<ItemId, number>>
  /** What the colours of notes mean here, as people agreed. */
  readonly colours?: Readonly<Partial<Record<Colour, string>>>
  readonly marks: readonly Mark[]
  /** Cleared when the phase changes, as marks are. */
  readonly leases?: readonly Lease[]
  /** Of the latest reveal. */
  readonly reading?: Reading
  /** Nobody but facilitators writes on the board while true. Own drafts stay open. */
  readonly locked: boolean
  /** Set for good where simulated people take part. It counts nowhere, and is deleted after a day. */
  readonly rehearsal?: true
  readonly message?: Message
  /** The item that is shown to all, until the phase changes. */
  readonly spotlight?: ItemId
  /** When everyone was last called back to what is going on. */
  readonly gatheredAt?: number
  /** While nobody who leads is here: the clock may be kept by a participant, and who keeps it. */
  readonly keeping?: { readonly keeper?: SeatId }
  readonly grace?: Grace
  readonly sharing?: Sharing
  /** The last press that only moved, or shortened what is to come, while it can be taken back: what was before. */
  readonly undoable?: {
    readonly until: number
    readonly position: Position
    readonly agenda: readonly Step[]
    readonly by: SeatId
  }
}

/** The rights in force: those of the live phase, or none. */
export type { Policies } from '../methods/index.ts'
