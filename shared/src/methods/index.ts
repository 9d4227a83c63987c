import { brainstorm } from './brainstorm/index.ts'
import { pause } from './break/index.ts'
import { cafe } from './cafe/index.ts'
import { decide } from './decide/index.ts'
import { fiveWhys } from './five-whys/index.ts'
import { group } from './group/index.ts'
import type { Method } from './method.ts'
import { score } from './score/index.ts'
import { reverse } from './reverse/index.ts'
import { random } from './random/index.ts'
import { talk } from './talk/index.ts'
import type { WorkCommandOf } from './workings.ts'

export * from './decide/index.ts'
export * from './fit.ts'
export * from './method.ts'
export * from './phase.ts'
export { opensPrivate } from './plan.ts'
export { NO_RIGHTS } from './rights.ts'
export type { BallotBox, OwnVote, PollView, ScoreView, Sheet } from './score/index.ts'
export * from './selection.ts'
export type { Scored } from './scored.ts'
export * from './workings.ts'

/** Every method there is, in the order in which it is offered. */
export const METHODS = [brainstorm, reverse, random, fiveWhys, cafe, group, score, decide, talk, pause] as const

export type MethodId = (typeof METHODS)[number]['id']

export const METHOD_IDS = METHODS.map((method) => method.id) as readonly MethodId[]

/** Whether this program knows a method by this id. */
export const isMethodId = (id: string): id is MethodId => (METHOD_IDS as readonly string[]).includes(id)

/** Every command that some method has of its own. */
export type WorkCommand = WorkCommandOf<
  NonNullable<(typeof METHODS)[number]['workings']> extends { readonly commands: readonly (infer Definition)[] }
    ? Definition
    : never
>

/** The method of an id that has been validated. */
export const methodOf = (id: MethodId): Method<MethodId> => {
  const method = METHODS.find((candidate) => candidate.id === id)
  if (!method) throw new Error(`unknown method: ${id}`)
  return method
}
