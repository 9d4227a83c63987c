import type { Colour, ItemKind } from '../../board/index.ts'
import type { ItemId, SeatId, SessionId, StepId, TableId } from '../../kernel/index.ts'
import type { MethodId, Policies, Release, Selection } from '../../methods/index.ts'
import type { ReadingTurn } from '../reading.ts'
import type {
  Armed,
  Challenge,
  Claim,
  Clock,
  Flag,
  Invite,
  Language,
  Mark,
  Message,
  Names,
  Role,
  Round,
  Seat,
  Session,
  Settings,
  Sharing,
  Side,
  Spent,
  Step,
} from '../session.ts'
import type { Timing } from '../timing.ts'

/** What those who lead know of a step besides: what they planned, what they mean to say, and how long it really took. */
export interface StepPlan {
  readonly question?: string
  readonly names: Names
  readonly settings: Step['settings']
  readonly prompts?: Step['prompts']
  readonly notes?: string
  readonly advances?: true
  readonly early?: true
  /** How many minutes it was planned for, where it was shortened since. */
  readonly planned?: number
  readonly spent?: Spent
  /** Phases of it that can be live again. */
  readonly past: readonly string[]
}

/** What everyone seated knows of the session. `code` and `links` are for those who may invite. */
export interface SessionPart {
  readonly id: SessionId
  readonly title: string
  readonly challenge: Challenge
  readonly language: Language
  readonly state: 'lobby' | 'live' | 'ended'
  readonly agenda: readonly {
    readonly id: StepId
    readonly kind: MethodId
    readonly title?: string
    readonly minutes: number
    readonly state: Step['state']
    readonly plan?: StepPlan
    /** What it takes to look back at the step: there once it has begun, and before that for those who lead. */
    readonly question?: string
    readonly names?: Names
    /** The phases that take place, in order, with the kinds of item that are added in each. */
    readonly phases?: readonly {
      readonly key: string
      readonly minutes: number
      readonly begins?: Release
      readonly kinds: readonly ItemKind[]
    }[]
  }[]
  /** When it is to begin, and for how long it is planned. */
  readonly plannedAt?: number
  readonly plannedMinutes?: number
  /** In the lobby: the step for which people may write in private already, and what. */
  readonly early?: { readonly step: StepId; readonly kinds: readonly ItemKind[] }
  /** How the session stands in time: `lateBy` reads it. For facilitators. */
  readonly timing?: Timing
  readonly settings: Settings
  /** The items whose words were put right after the end. */
  readonly corrected?: readonly ItemId[]
  /** Simulated people take part, and all of it is deleted after a day. */
  readonly rehearsal?: true
  /** A line that somebody says to all, shown until `until`. */
  readonly message?: Message
  /** When everyone was last called back to what is going on: panels close when it rises. */
  readonly gatheredAt?: number
  /** Who was removed and asks to come back. For those who lead. */
  readonly asking?: readonly { readonly seat: SeatId; readonly name: string }[]
  /** What the colours of notes mean here. */
  readonly colours?: Session['colours']
  /** Who was removed and has not asked to come back, so that they can be let back in. For those who lead. */
  readonly removed?: readonly { readonly seat: SeatId; readonly name: string }[]
  readonly code?: string
  /** Secrets of the links that this person may hand out; the facilitator's own is for the facilitator alone. */
  readonly links?: Readonly<Partial<Record<Invite, string>>>
  /** After the end: that the report can be read by a link, from when, and whether with names. */
  readonly sharing?: Pick<Sharing, 'opensAt' | 'names'>
  readonly endedAt?: number
  /** After the end: until when it can be taken back. For facilitators. */
  readonly undoUntil?: number
}

/** What everyone may know of what the methods keep of their steps, by step, as each method shows it. */
export type WorkPart = Readonly<
  Record<
    StepId,
    {
      readonly data: unknown
      /** Items that only the commands of the method change. */
      readonly kept?: readonly ItemId[]
      /** Kinds of its items that are not put before people who judge. */
      readonly unseen?: readonly ItemKind[]
    }
  >
>

/** What a person knows of themselves. `can` names every command they may give now. */
export interface MePart {
  readonly seat: SeatId
  readonly name: string
  readonly colour: Colour
  readonly role: Role
  readonly side: Side
  readonly flags: readonly Flag[]
  readonly state: Seat['state']
  readonly department?: string
  readonly place?: string
  /** For who waits for a place: which one in line, from 1. */
  readonly line?: number
  readonly consentedAt?: number
  readonly can: Readonly<Record<string, true>>
  readonly marks: readonly Mark[]
  /** Where reading is dealt, which share is theirs: `readingShare` finds it. Absent for those who read everything. */
  readonly reading?: ReadingTurn
  /** Another seat that they say is theirs too. */
  readonly claim?: Claim
  /** The item that was dealt to them, and until when nobody else gets it. */
  readonly dealt?: { readonly item: ItemId; readonly until: number }
  /** What the method of the live step tells this person alone. */
  readonly work?: unknown
}

/** One person as others see them. `status`, `marks` and people who wait are for facilitators only. */
export interface Person {
  readonly id: SeatId
  readonly name: string
  readonly colour: Colour
  readonly role: Role
  readonly here: boolean
  readonly side?: Side
  readonly host?: true
  readonly place?: string
  readonly state?: 'waiting'
  /** The seat that they say is theirs too, and nobody has answered yet. For facilitators only. */
  readonly claims?: SeatId
  readonly status?: 'writing' | 'ready' | 'quiet'
  /** What the person signalled. For facilitators only. */
  readonly marks?: readonly Omit<Mark, 'seat'>[]
  /** For facilitators only: whose hand was raised first, from 1; the place in line of who waits for one; the department. */
  readonly hand?: number
  readonly line?: number
  readonly department?: string
  /** For facilitators only: what the person does besides; absent where that is nothing. */
  readonly flags?: readonly Flag[]
}

/** Where everyone is. `policies` are the rights in force, the same that the gate enforces. */
export interface StepPart {
  readonly id: StepId
  readonly kind: MethodId
  readonly title?: string
  readonly question?: string
  readonly phase: string
  /** The phases that take place, in order. Entering one that `begins` with a release is armed first. */
  readonly phases: readonly { readonly key: string; readonly minutes: number; readonly begins?: Release }[]
  readonly epoch: number
  readonly names: Names
  readonly policies: Policies
  /** In a large room: who has the right of `some` besides those who lead. */
  readonly named?: readonly SeatId[]
  /** Who speaks after whom, where everyone speaks in turn. */
  readonly round?: Round
  /** Earlier steps whose items people work on here too, and which kinds of them. */
  readonly input?: { readonly steps: Selection; readonly kinds: readonly ItemKind[] }
  /** The items that it was given to begin from. */
  readonly prompts?: readonly ItemId[]
  /** Goes on by itself when the time is up. */
  readonly advances?: true
  readonly locked: boolean
  /** The item that is shown to all. */
  readonly spotlight?: ItemId
  /** Who keeps the clock while nobody leads. */
  readonly keeper?: SeatId
  readonly clock: Clock
  readonly armed?: Armed
  /** Whether the last press can still be taken back, and until when. */
  readonly undoUntil?: number
  readonly counts: Counts
  /** What the method's screen needs of its settings. */
  readonly data: Readonly<Record<string, unknown>>
}

/** The numbers of a phase. In a private phase they are all that is known of what people write. */
export interface Counts {
  /** Private items marked ready in this step. */
  readonly ready: number
  /** People who have at least one such item. */
  readonly writers: number
  /** People who said they are finished. */
  readonly finished: number
  /** People whose hand is raised; absent while none is. */
  readonly hands?: number
  /** People who need more time. For those who lead. */
  readonly needTime?: number
  /** Participants who are here. */
  readonly here: number
  /** Items on the board. */
  readonly published: number
  /** What lies on each cloth of the live café, and when anything there changed last. For those who lead. */
  readonly tables?: Readonly<Record<TableId, TableActivity>>
}

/** How busy a table is: what lies on its cloth, and when it changed last, server time at a grain of 10 s. */
export interface TableActivity {
  readonly items: number
  readonly changedAt?: number
}

/** What one seat may know. A waiting person gets `session` without agenda, code, or links, and `me`. */
export interface View {
  /** The version of the session this view was made from. */
  readonly v: number
  readonly session: SessionPart
  readonly me: MePart
  readonly people: readonly Person[]
  /** Absent in the lobby, after the end, and for those who wait. */
  readonly step?: StepPart
  /** Absent where no method has kept anything yet, and for those who wait. */
  readonly work?: WorkPart
  /** Server time when the view was made, milliseconds. */
  readonly now: number
}

/** The parts that travel on their own: each is sent only when it changed. */
export const VIEW_PARTS = ['session', 'me', 'people', 'work', 'step'] as const
export type ViewPart = (typeof VIEW_PARTS)[number]

/** What the server observes around a session, for counting and for who is here. */
export interface Surroundings {
  readonly now: number
  readonly version: number
  readonly here: ReadonlySet<SeatId>
  /** Ready private items per seat of the live step. */
  readonly ready: ReadonlyMap<SeatId, number>
  /** When each seat last wrote anything, grain 10 s. */
  readonly activeAt: ReadonlyMap<SeatId, number>
  readonly published: number
  /** How busy the tables of the live café are. */
  readonly tables?: ReadonlyMap<TableId, TableActivity>
}
