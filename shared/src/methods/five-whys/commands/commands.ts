import type { WorkCommandOf } from '../../workings.ts'
import { addCause, focusCause, moveCause, removeCause, rewordCause, sameCause } from './causes.ts'
import { addCheck, closeCheck, editCheck } from './checks.ts'
import { addEvidence, judgeCause, removeEvidence, setControl } from './evidence.ts'
import { acceptProblem, citeSource, stateProblem } from './problem.ts'
import { addCountermeasure, addressRoot, markRoot, proposeRoot, setLinkState } from './roots.ts'
import { pauseRun, resumeRun } from './run.ts'

/** Every command that changes a tree. Nothing else does. */
export const WHY_COMMANDS = [
  stateProblem,
  acceptProblem,
  citeSource,
  addCause,
  moveCause,
  removeCause,
  rewordCause,
  focusCause,
  sameCause,
  addEvidence,
  removeEvidence,
  judgeCause,
  setControl,
  addCheck,
  editCheck,
  closeCheck,
  setLinkState,
  proposeRoot,
  markRoot,
  addCountermeasure,
  addressRoot,
  pauseRun,
  resumeRun,
] as const

export type WhyCommand = WorkCommandOf<(typeof WHY_COMMANDS)[number]>
export type WhyCommandType = WhyCommand['type']
