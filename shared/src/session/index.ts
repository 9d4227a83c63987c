export * from './circumstances.ts'
export { CODE_ALPHABET, newCode, normalizeCode } from './code.ts'
export * from './commands/index.ts'
export { type Made, createSession } from './create.ts'
export * from './decision.ts'
export type { NewSession } from './fields.ts'
export {
  type Joined,
  type Joining,
  facilitatorOf,
  findInvite,
  join,
  leastUsedColour,
  parkSeat,
  resumeSeat,
} from './join.ts'
export * from './may-write.ts'
export { areNamesakes } from './name.ts'
export { findNext, findStop, planOf, policiesOf } from './plan.ts'
export { type ReadingTurn, readingShare } from './reading.ts'
export { asRemoved, findSeat, findSeated, leads, takesPart } from './rights.ts'
export * from './session.ts'
export * from './tick.ts'
export * from './touch.ts'
export * from './view.ts'
export * from './view-for.ts'
