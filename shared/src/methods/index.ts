import { brainstorm } from './brainstorm/index.ts'
import type { Method } from './method.ts'

export * from './method.ts'
export * from './phase.ts'

/** Every method there is, in the order in which it is offered. */
export const METHODS = [brainstorm] as const

export type MethodId = (typeof METHODS)[number]['id']

export const METHOD_IDS = METHODS.map((method) => method.id) as readonly MethodId[]

/** The method of an id that has been validated. */
export const methodOf = (id: MethodId): Method<MethodId> => {
  const method = METHODS.find((candidate) => candidate.id === id)
  if (!method) throw new Error(`unknown method: ${id}`)
  return method
}
