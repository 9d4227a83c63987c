import type { Id, ItemId, SeatId } from '../../kernel/index.ts'

/** The phases of the method, in order. */
export const WHY_PHASES = ['problem', 'whys', 'therefore', 'roots', 'countermeasures'] as const
export type WhyPhase = (typeof WHY_PHASES)[number]

/** What a problem statement says: what happens, where, when, how much of it, since when. */
export const PROBLEM_FIELDS = ['what', 'where', 'when', 'extent', 'since'] as const
export type ProblemField = (typeof PROBLEM_FIELDS)[number]

export interface Problem {
  readonly statement: Readonly<Partial<Record<ProblemField, string>>>
  /** The items that hold its facts. */
  readonly sources: readonly ItemId[]
  /** Somebody who leads said that this is a fact that was seen, and neither a cause nor a solution. */
  readonly accepted: boolean
}

/** How somebody knows. Only the first three prove anything. */
export const EVIDENCE_KINDS = ['observed', 'data', 'document', 'statement', 'assumption'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export interface Evidence {
  /** The note on the board that says it. */
  readonly item: ItemId
  readonly kind: EvidenceKind
  readonly supports: boolean
  /** Where it can be looked up. */
  readonly source?: string
}

/** What those who lead hold the evidence to show. */
export const VERDICTS = ['verified', 'refuted'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What reading a link upwards with "therefore" showed. */
export const LINK_STATES = ['untested', 'holds', 'doubtful', 'broken'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Whether people can do something about a cause: it is theirs, they have a say, it lies outside. */
export const CONTROLS = ['ours', 'influence', 'outside'] as const
export type Control = (typeof CONTROLS)[number]

/** What a root mark has to be earned by. */
export const REQUIREMENTS = ['problem-accepted', 'not-refuted', 'verified', 'reads-upwards', 'in-reach'] as const
export type Requirement = (typeof REQUIREMENTS)[number]

/** A mark that a cause is a root. Who supports it is known to themselves alone. */
export interface RootMark {
  readonly state: 'candidate' | 'confirmed' | 'rejected'
  readonly supporters: readonly SeatId[]
  /** Why it is confirmed although some requirements are not met, and which these are; or why it was rejected. */
  readonly reason?: string
  readonly despite?: readonly Requirement[]
}

export interface Cause {
  /** The item on the board that says it. */
  readonly item: ItemId
  /** The cause that it explains. Absent: it explains the problem itself. */
  readonly parent?: ItemId
  /** Of the link to what it explains. */
  readonly link: LinkState
  readonly evidence: readonly Evidence[]
  readonly verdict?: Verdict
  readonly control?: Control
  readonly root?: RootMark
}

export type CheckId = Id<'check'>

export const FINDINGS = ['supports', 'contradicts', 'unclear'] as const
export type Finding = (typeof FINDINGS)[number]

/** Go and see: a question to a cause that nobody in the room can answer, who finds out, and until when. */
export interface Check {
  readonly id: CheckId
  readonly cause: ItemId
  readonly question: string
  readonly owner: SeatId
  /** A calendar day, `2026-11-22`. */
  readonly due: string
  readonly result?: { readonly text: string; readonly finding: Finding }
}

/** Two causes in different branches that are one and the same. */
export interface SameCause {
  readonly cause: ItemId
  readonly as: ItemId
}

/** An idea against one or several roots. */
export interface Countermeasure {
  readonly item: ItemId
  readonly addresses: readonly ItemId[]
}

/** One run of the method: a plain, immutable value. It refers to items, and holds none of their texts. */
export interface WhyTree {
  readonly problem: Problem
  /** In no order but that siblings stand as they are shown. */
  readonly causes: readonly Cause[]
  readonly same: readonly SameCause[]
  readonly checks: readonly Check[]
  readonly countermeasures: readonly Countermeasure[]
  /** Of what everyone asks why now. Absent: of the problem. */
  readonly focus?: ItemId
  /** Put aside until checks are done, perhaps for days; with the day on which people mean to go on. */
  readonly paused?: { readonly until?: string }
}

/** A run in which nothing has been said yet. */
export const plantTree = (): WhyTree => ({
  problem: { statement: {}, sources: [], accepted: false },
  causes: [],
  same: [],
  checks: [],
  countermeasures: [],
})
