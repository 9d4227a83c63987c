import type { Colour, ItemKind } from '../board/index.ts'
import type { ItemId, StepId } from '../kernel/index.ts'
import type { MethodId } from '../methods/index.ts'
import type { Agreement, ScoringId, ScoringResult } from '../scoring/index.ts'
import type { Subject } from '../voting/index.ts'
import type { Challenge, Language, Milestone, Names } from '../session/index.ts'
import type { TrailPlace, TrailRefuted } from './trails.ts'

/** Something that people wrote, in the language they wrote it in, and what it says in another one. */
export interface ReportText {
  readonly text: string
  /** As on the board: `und` where nobody said. */
  readonly lang: string
  readonly second?: { readonly lang: string; readonly text: string }
}

/** Where something comes from and what became of it. What there is nothing of is absent. */
export interface ReportWay {
  /** What became of it in this session: places in votes that were shown, that it was chosen, its actions. */
  readonly passage?: readonly Milestone[]
  /** The places before it came here, the earliest first. */
  readonly origins?: readonly TrailPlace[]
  /** The places from which what was merged into it came, one after the other: it was brought together from them. */
  readonly together?: readonly TrailPlace[]
  /** The sessions to which it was brought, with what became of it there. */
  readonly later?: readonly TrailPlace[]
}

/** One item as a report tells it. */
export interface ReportIdea extends ReportText, ReportWay {
  readonly id: ItemId
  readonly kind: ItemKind
  readonly step: StepId
  readonly colour?: Colour
  readonly late?: true
  readonly parked?: true
  /** Its words were put right after the end. */
  readonly corrected?: true
  /** Who wrote it, where names were shown, and only in a report that tells names. */
  readonly by?: string
  /** What was merged into it, in its own words. */
  readonly same: readonly ReportText[]
  /** Of a negative idea what was made of it; of an idea what it turns round. */
  readonly turned: readonly ReportText[]
  /** How many people said that it is done already. */
  readonly admitted?: number
  /** Where and when at a café it was written. */
  readonly table?: string
  readonly round?: number
}

export interface ReportGroup {
  readonly title: string
  readonly colour?: Colour
  readonly ideas: readonly ReportIdea[]
}

/** One cause of a run of Five Whys, with what explains it. */
export interface ReportCause extends ReportText {
  readonly id: ItemId
  readonly proof: 'none' | 'partly' | 'verified' | 'refuted'
  readonly root?: 'candidate' | 'confirmed' | 'rejected'
  /** What was done about it in a later session showed that the cause was something else. */
  readonly refuted?: TrailRefuted
  readonly below: readonly ReportCause[]
}

/** A run of Five Whys. */
export interface ReportWhys {
  readonly step: StepId
  /** What the problem is, in the words that people agreed on. */
  readonly problem: readonly string[]
  readonly causes: readonly ReportCause[]
}

/** A vote that was shown. Figures are of all ballots together; there is no single one in it. */
export interface ReportVote {
  readonly step: StepId
  /** Where its step stands on the agenda, from 1. */
  readonly place: number
  readonly title?: string
  readonly scoring: ScoringId
  /** What was asked: weights, scale and words. */
  readonly settings: unknown
  readonly subject: Subject
  readonly result: ScoringResult
  /** What the ids in the result stand for. */
  readonly subjects: Readonly<Record<string, ReportText>>
}

/** Something that people judged very differently. */
export interface ReportDispute extends ReportText {
  /** The vote, as its place among `votes`. */
  readonly vote: number
  readonly item: ItemId
  readonly agreement: Extract<Agreement, 'disputed' | 'polarised'>
  /** The questions about which it is so, with how often each value was given, lowest first, where that may be told. */
  readonly about: readonly { readonly criterion: string; readonly counts: readonly number[] | null }[]
}

/** How an action went. */
export interface ReportOutcome {
  readonly result: string
  readonly what?: string
}

/** What somebody wants to do, and by when. */
export interface ReportAction extends ReportText {
  readonly id: string
  /** Absent in a report without names. */
  readonly owner?: string
  /** A calendar day, `2026-12-15`; absent where none was agreed. */
  readonly due?: string
  readonly state: 'open' | 'done' | 'carried' | 'dropped'
  readonly hypothesis?: string
  readonly metric?: string
  readonly baseline?: string
  readonly outcome?: ReportOutcome
  /** The title of the session that it comes from, where that was an earlier one. */
  readonly from?: string
  /** What another session said of it since. */
  readonly later?: {
    readonly state: ReportAction['state']
    readonly outcome?: ReportOutcome
    /** The title of that session: where it was carried over, where that is what it said. */
    readonly in?: string
  }
  /** It is open after all of that, and its day was over when the report was made. Days are those of UTC. */
  readonly overdue?: true
  /** It was put right after the end. */
  readonly corrected?: true
}

/** Something that was chosen: an idea or a group, in its words. */
export interface ReportChosen extends ReportText, ReportWay {
  readonly id: string
}

/** What was decided in one step. */
export interface ReportDecision {
  readonly step: StepId
  readonly text: string
  /** It was being worked on, and not decided. */
  readonly open?: true
  readonly chosen: readonly ReportChosen[]
  readonly why?: string
  readonly concerns: readonly string[]
  /** How many people answered what when the room was asked; absent where it was not, or not shown. */
  readonly temperature?: Readonly<Record<string, number>>
  /** Absent in a report without names. */
  readonly decider?: string
  /** Its words were put right after the end. */
  readonly corrected?: true
}

/** What came of one table of a café. */
export interface ReportTable {
  readonly id: string
  readonly name?: string
  /** The sign by which it was told apart. */
  readonly icon?: string
  readonly question?: string
  readonly ideas: readonly ReportIdea[]
  readonly harvest: readonly ReportIdea[]
}

/** One step as it went. */
export interface ReportStep {
  readonly id: StepId
  readonly kind: MethodId
  readonly title?: string
  readonly question?: string
  readonly state: 'planned' | 'live' | 'done' | 'skipped'
  readonly plannedMinutes: number
  /** Absent where it never began. */
  readonly realMinutes?: number
}

/**
 * What a session came to, for people who were there and people who were not. It is the same for all of them: nothing in
 * it was hidden, withdrawn, private or not yet shown, and it names nobody beside what they wrote unless names were shown.
 */
export interface Report {
  readonly format: 'roundel-report'
  readonly version: 1
  /** Server time, milliseconds. */
  readonly madeAt: number
  readonly session: {
    readonly title: string
    readonly language: Language
    readonly state: 'lobby' | 'live' | 'ended'
    readonly challenge: Challenge
    readonly startedAt?: number
    readonly endedAt?: number
    /** How long it took, in minutes; absent before it began. */
    readonly minutes?: number
    readonly plannedMinutes: number
    /** How many minutes after the time it was planned for it began; absent where it was not planned, or began in time. */
    readonly lateBy?: number
    readonly people: number
    /** Those of them who came for the client. */
    readonly clients: number
    readonly ledBy?: string
    /** What the colours of notes meant. */
    readonly colours?: Readonly<Partial<Record<Colour, string>>>
  }
  /** Whether it tells names, where they were shown. */
  readonly names: Names
  /** Whether anybody is named beside what they wrote, decided or promised, or would be if names were told. */
  readonly hasNames: boolean
  readonly decisions: readonly ReportDecision[]
  readonly actions: readonly ReportAction[]
  readonly votes: readonly ReportVote[]
  readonly disputes: readonly ReportDispute[]
  readonly groups: readonly ReportGroup[]
  /** Ideas in no group. */
  readonly loose: readonly ReportIdea[]
  /** What would make things worse: nobody proposed it. */
  readonly worse: readonly ReportIdea[]
  readonly whys: readonly ReportWhys[]
  readonly tables: readonly ReportTable[]
  readonly course: readonly ReportStep[]
}
