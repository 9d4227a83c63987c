import type * as v from 'valibot'
import type { Item, ItemKind, ItemState, Link } from '../board/index.ts'
import type { ClusterId, ItemId, LinkId, Random, Refusal, Result, SeatId, StepId, TableId } from '../kernel/index.ts'
import type { Placed } from '../scoring/order.ts'
import type { OpenAction } from './decide/action.ts'
import type { Scored } from './scored.ts'
import type { Wanted } from './wanted.ts'

/** Somebody who takes part: as much of a seat as a method needs to know. */
export interface Participant {
  readonly seat: SeatId
  readonly leads: boolean
  readonly side: 'team' | 'client'
  readonly language: string
  readonly department?: string
  readonly place?: string
  /** Is ready to host a table. */
  readonly mayHost?: true
}

/** What a method may ask about the session when something happens in one of its steps. Never kept. */
export interface Moment<Settings = unknown> {
  /** Server time, milliseconds. */
  readonly now: number
  readonly step: StepId
  readonly settings: Settings
  readonly phase: string
  /** The items that the step was given to begin from. */
  readonly prompts: readonly ItemId[]
  /** The language of the session. */
  readonly language: string
  /** Who takes part and is seated, in the order in which they came. */
  readonly people: readonly SeatId[]
  /** The same people, with what a method may need to know of them. */
  readonly participants: readonly Participant[]
  readonly random: Random
  readonly newId: () => string
  /** What a thing is called in the language of the session, where it has a name in each; undefined for any other. */
  readonly nameOf: (thing: string) => string | undefined
  readonly item: (id: ItemId) => Item | undefined
  /** Whether a group stands on the board, and holds anything. */
  readonly isGroup: (id: ClusterId) => boolean
  /** The items that earlier steps brought and people work on in this one. */
  readonly input: () => readonly Item[]
  /** Every item of a step on the board, whatever its state. */
  readonly itemsOf: (step: StepId) => readonly Item[]
  /** The links of the board that begin or end at an item. */
  readonly linksOf: (item: ItemId) => readonly Link[]
  /** What lies on the cloth of a table, and whose it is; nothing where nobody has written there. */
  readonly cloth: (table: TableId) => readonly { readonly item: Item; readonly owner?: SeatId }[]
  /** Whether people see who wrote what in the step; they do not where nothing is said. */
  readonly names?: 'hidden' | 'shown'
  /** What the nearest vote before the step came to, where one was shown. */
  readonly scored?: () => Scored | undefined
  /** What the other steps of the same method keep, in the order of the agenda; those that were never live have nothing. */
  readonly siblings?: () => readonly unknown[]
  /** What earlier sessions left open, and nobody in this one has looked at in another step. */
  readonly openActions?: () => readonly OpenAction[]
}

/** A moment in which somebody came, went, or has been away for long. */
export interface Attending<Settings = unknown> extends Pick<
  Moment<Settings>,
  'now' | 'settings' | 'phase' | 'participants'
> {
  /** Since when each seat has been away that is not here now, server time in milliseconds. */
  readonly away: ReadonlyMap<SeatId, number>
}

/** A moment in which somebody gives a command. */
export interface ActingMoment<Settings = unknown> extends Moment<Settings> {
  readonly seat: SeatId
  readonly leads: boolean
  /** Writes down for others. */
  readonly scribe: boolean
  /** Whether decisions are theirs: who was made to decide, or leads where nobody was. */
  readonly decides?: boolean
  /** Whether the seat wrote an item. */
  readonly owns: (item: ItemId) => boolean
}

/** What the board has to hold because of a change. */
export type WorkWrite =
  | {
      readonly type: 'add-item'
      readonly item: ItemId
      readonly kind: ItemKind
      readonly text: string
      readonly lang?: string
      /** Nobody wrote it; otherwise it is whose command it follows from. */
      readonly nobodys?: true
      /** Whoever wrote this item wrote it too, whosever command it follows from. */
      readonly as?: ItemId
      /** Whose it is, whosever command it follows from. */
      readonly by?: SeatId
      /** The table and the round that it comes from. */
      readonly table?: TableId
      readonly round?: number
      /** It lies on the cloth of its table, and not on the board. */
      readonly onCloth?: true
    }
  | { readonly type: 'set-text'; readonly item: ItemId; readonly text: string }
  | { readonly type: 'set-state'; readonly item: ItemId; readonly state: Extract<ItemState, 'published' | 'withdrawn'> }
  /** Under a new id, unless the method has to know it. */
  | { readonly type: 'add-link'; readonly link: Omit<Link, 'id'> & Partial<Pick<Link, 'id'>> }
  | { readonly type: 'remove-link'; readonly link: LinkId }

/** What follows from a command, or from entering a phase: the next state, and what the server writes. */
export interface WorkChange<State> {
  readonly state: State
  readonly writes: readonly WorkWrite[]
  /** The item that a command made or is about, for whoever gave it. */
  readonly item?: ItemId
}

type Fields<Entries extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Entries, undefined>>

/** One command of a method. It is about the live step, and exists while that step is of this method. */
export interface WorkDefinition<State, Settings, Type extends string, Entries extends v.ObjectEntries> {
  readonly type: Type
  /** What stands in it besides its type. */
  readonly fields: Entries
  /** The phases in which it can be given. */
  readonly phases: readonly string[]
  /** Whether the person has the right, whatever was done so far; everyone who takes part when not said. */
  readonly may?: (person: Pick<ActingMoment, 'seat' | 'leads' | 'scribe' | 'decides'>) => boolean
  /** What the log does not say: that it was given at all, or where names are hidden by whom. */
  readonly unlogged?: 'always' | 'by-whom'
  /** Why nobody can give it now, whatever it carries: what buttons show. `decide` refuses then too. */
  readonly objection?: (state: State) => Refusal | undefined
  readonly decide: (
    state: State,
    command: Fields<Entries>,
    moment: ActingMoment<Settings>,
  ) => Result<WorkChange<State>, Refusal>
}

/** A command of a method whose state and settings are not known. */
// oxlint-disable-next-line typescript/no-explicit-any -- each gets its own state and fields only, by `workings` itself
export type AnyWorkDefinition = WorkDefinition<any, any, string, any>

/** What a command of a method looks like. */
export type WorkCommandOf<Definition> =
  Definition extends WorkDefinition<infer _State, infer _Settings, infer Type, infer Entries>
    ? { readonly type: Type } & Readonly<Fields<Entries>>
    : never

/** Who asks about a cloth, and when. */
export interface ClothReader {
  readonly seat: SeatId
  readonly leads: boolean
  /** The present phase of the step; undefined where the step is not live. */
  readonly phase?: string
  readonly names: 'hidden' | 'shown'
}

/** Who may read and write on the cloths of tables, which are documents of their own. */
export interface ClothRights<State> {
  readonly has: (state: State, table: TableId) => boolean
  readonly mayRead: (state: State, table: TableId, reader: ClothReader) => boolean
  /** What somebody is at a table where they may write in a phase, and in which round. */
  readonly writerAt: (
    state: State,
    table: TableId,
    seat: SeatId,
    phase: string,
  ) => { readonly role: 'host' | 'traveller'; readonly round: number } | undefined
  /** What may be written there. */
  readonly kinds: readonly ItemKind[]
  /** The company in which somebody sees who is where: those with the same. Undefined where all see all. */
  readonly companyOf: (state: State, reader: Pick<ClothReader, 'seat' | 'leads'>, phase: string) => string | undefined
}

/** For whom something is shown. */
export interface Viewer {
  readonly leads: boolean
  /** The present phase of the step; undefined where the step is not live. */
  readonly phase?: string
  /** Whether decisions are theirs. */
  readonly decides?: boolean
  /** Who was made to decide, if anybody was. */
  readonly decider?: SeatId
  /** What somebody is called who has or had a seat; undefined for who is forgotten. */
  readonly nameOf?: (seat: SeatId) => string | undefined
}

/**
 * What a method keeps of a step besides items and links: one plain value that only its own commands change, and that never
 * leaves the server but by `view` and `mine`.
 */
export interface Workings<
  State = unknown,
  Settings = unknown,
  Commands extends readonly unknown[] = readonly unknown[],
> {
  readonly commands: Commands
  /** What entering a phase of the step brings about; without `state` the step is entered for the first time. */
  readonly enter: (state: State | undefined, moment: Moment<Settings>) => WorkChange<State>
  /** What everybody at the session may know, for those who lead perhaps more. Plain data. */
  readonly view: (state: State, settings: Settings, viewer: Viewer) => unknown
  /** What one person may know besides, and nobody else. Plain data. */
  readonly mine?: (state: State, settings: Settings, seat: SeatId, viewer: Viewer) => unknown
  /** What is left once the step is left for another, or the session ends. */
  readonly leave?: (state: State) => State
  /** What people voted on came to, once that is shown: every idea or group with its place, the first ones first. */
  readonly places?: (state: State) => readonly Placed[] | undefined
  /** Why nobody goes on from a phase to the next one. Leaving the step for another is something else. */
  readonly objectToLeaving?: (state: State, phase: string) => Refusal | undefined
  /** Why nobody enters a phase of it again, or for the first time. */
  readonly objectToEntering?: (state: State, phase: string) => Refusal | undefined
  /** Why the step is not left for another one, nor the session ended: something has to be finished or taken back before. */
  readonly objectToQuitting?: (state: State) => Refusal | undefined
  /** The kinds of its items that people who judge are not to see, nor what is linked to them. */
  readonly unseenByJudges?: (settings: Settings) => readonly ItemKind[]
  /** The items that only its own commands change, or take away. */
  readonly keeps?: (state: State) => readonly ItemId[]
  /**
   * What it puts onto the board because something that was just published says that it was inspired by it, and that is not
   * there: of these ids those that it knows.
   */
  readonly lend?: (state: State, wanted: readonly ItemId[], moment: Moment<Settings>) => WorkChange<State>
  /** The state once a seat is part of another, or goes on without a person under another id. */
  readonly replaceSeat?: (state: State, seat: SeatId, into: SeatId) => State
  /**
   * What a later step may begin from, the most important first; what it would rather have, where there is a choice. Items
   * that do not stand on the board are left out.
   */
  readonly brings?: (
    state: State,
    board: Pick<Moment, 'step' | 'item' | 'itemsOf' | 'linksOf'>,
    wants: Wanted,
  ) => readonly ItemId[]
  /** What follows from who takes part and who is away; the same state where nothing does. */
  readonly attend?: (state: State, attending: Attending<Settings>) => State
  /** When that must be asked again though nobody comes or goes. */
  readonly attendsAt?: (state: State, attending: Omit<Attending<Settings>, 'now'>) => number | undefined
  /** Of a method whose people sit at tables. */
  readonly cloths?: ClothRights<State>
}

/** Closes over the state of a method, so that its commands and its views know what they get. */
export const defineWorkings =
  <State, Settings>() =>
  <const Commands extends readonly AnyWorkDefinition[]>(
    workings: Workings<State, Settings, Commands>,
  ): Workings<State, Settings, Commands> =>
    workings

/** Closes over the fields of one command. */
export const defineWork =
  <State, Settings>() =>
  <const Type extends string, const Entries extends v.ObjectEntries>(
    definition: WorkDefinition<State, Settings, Type, Entries>,
  ): WorkDefinition<State, Settings, Type, Entries> =>
    definition
