export * from './attendance.ts'
export * from './cafes.ts'
export { type Brought, bringIn, listHomes } from './bring.ts'
export * from './circumstances.ts'
export { CODE_ALPHABET, newCode, normalizeCode } from './code.ts'
export { findCompany } from './cloth-writes.ts'
export * from './commands/index.ts'
export { type Made, createSession, readSettings } from './create.ts'
export * from './decision.ts'
export type { Shortened } from './fit-rest.ts'
export { withoutSeat } from './end-seat.ts'
export { ChallengeBody, Moment, NewSession, SessionMinutes, SettingsBody, StepBody } from './fields.ts'
export { keepAgenda, renewAgenda } from './kept-agenda.ts'
export {
  type Joined,
  type Joining,
  facilitatorOf,
  findInvite,
  invitedAs,
  join,
  leastUsedColour,
  parkSeat,
  resumeSeat,
} from './join.ts'
export { dealsPlacing } from './leases.ts'
export * from './may-write.ts'
export { isInput } from './input.ts'
export { showToJudges } from './judged.ts'
export { type BoardFacts, factsOf, listBrought } from './prompts.ts'
export { findNext, findStop, minutesOf, planOf, policiesOf } from './plan.ts'
export { areNamesakes } from './name.ts'
export { type ReadingTurn, readingShare } from './reading.ts'
export { asRemoved, findSeat, findSeated, leads, mayShow, takesPart } from './rights.ts'
export * from './session.ts'
export { findSharing, shareNow, shareReport, unshareReport } from './sharing.ts'
export { spentMs } from './stay.ts'
export { type SwitchFacts, type SwitchPreview, previewSwitch } from './switch.ts'
export * from './templates.ts'
export * from './tick.ts'
export * from './passage.ts'
export { type Timing, lateBy, plannedMinutesOf, timingOf } from './timing.ts'
export * from './touch.ts'
export * from './view/index.ts'
export { findLinked, linkAction } from './action-links.ts'
export { type Report, listDecided, listTrees, openActionsOf, reportOn } from './decided-steps.ts'
export { isKept } from './work.ts'
export * from './ballot-boxes.ts'
