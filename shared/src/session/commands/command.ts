import * as v from 'valibot'
import type { Refusal, Result } from '../../kernel/index.ts'
import type { Circumstances, DocumentWrite } from '../circumstances.ts'
import type { Answer, Decision } from '../decision.ts'
import type { Position, Seat, Session } from '../session.ts'

type Fields<Entries extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Entries, undefined>>

/** One command: what it carries, who may give it, and what follows from it. */
export interface CommandDefinition<Type extends string, Entries extends v.ObjectEntries> {
  readonly type: Type
  /** What stands in it besides its type and its envelope. */
  readonly fields: Entries
  /** The states of a session in which it can be given. */
  readonly during: readonly Position['state'][]
  /** What the log does not say: that it was given at all, or where names are hidden by whom. */
  readonly unlogged?: 'always' | 'by-whom'
  /** The states of a seat that may give it; seated ones when not said. */
  readonly from?: readonly Seat['state'][]
  /** Whether the seat's role has the right; with `command`, the right to this very one. */
  readonly may: (session: Session, seat: Seat, command?: Fields<Entries>) => boolean
  /** Why nobody can give it at this moment of the session, whatever it carries. `decide` refuses then too. */
  readonly objection?: (session: Session, seat: Seat) => Refusal | undefined
  readonly decide: (
    session: Session,
    command: Fields<Entries>,
    seat: Seat,
    circumstances: Circumstances,
  ) => Result<Decision, Refusal>
}

/** Closes over the fields of a command, so that `decide` knows what it gets. */
export const defineCommand = <const Type extends string, const Entries extends v.ObjectEntries>(
  definition: CommandDefinition<Type, Entries>,
): CommandDefinition<Type, Entries> => definition

/** What a command became: its type and its fields. */
export type CommandOf<Definition> =
  Definition extends CommandDefinition<infer Type, infer Entries>
    ? { readonly type: Type } & Readonly<Fields<Entries>>
    : never

/** A decision that changes the session, and perhaps documents. */
export const decided = (session: Session, writes: readonly DocumentWrite[] = [], answer: Answer = {}): Decision => ({
  session,
  writes,
  answer,
})

export const WHENEVER = ['lobby', 'live', 'ended'] as const
export const BEFORE_END = ['lobby', 'live'] as const
export const AFTER_END = ['ended'] as const
export const LIVE = ['live'] as const
export const SEATED = ['seated'] as const
