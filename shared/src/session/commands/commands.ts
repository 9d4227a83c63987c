import type * as v from 'valibot'
import type { WorkCommand } from '../../methods/index.ts'
import { addLate } from './add-late.ts'
import { editStep, insertStep, moveStep, removeStep } from './agenda.ts'
import { pause, resume, setClock } from './clock.ts'
import { gather, message, spotlight } from './calls.ts'
import { claimSeat, grantClaim, refuseClaim } from './claims.ts'
import type { CommandDefinition, CommandOf } from './command.ts'
import { nameSome } from './crowd.ts'
import { correctAction, correctDecision, correctItem } from './corrections.ts'
import { hide, park, unhide } from './curation.ts'
import { deal } from './dealing.ts'
import { admit, admitMany, askBack, refuse, remove, renewLink, restore } from './door.ts'
import { fitRest } from './fit.ts'
import { forgetMe } from './forget-me.ts'
import { addItem, editItem, publishLate, withdraw } from './items.ts'
import { lowerHands, mark, unmark } from './marks.ts'
import { mergeTwo } from './merge-seats.ts'
import { advance, back, end, reopen, skip, start, undo } from './moves.ts'
import { handOver, leave, moveSeat, rename, setFlag, setRole, setSide } from './people.ts'
import { nameColour } from './colours.ts'
import { merge, unmerge } from './merging.ts'
import { arm, cancel } from './releases.ts'
import { reportAction } from './report-action.ts'
import { editChallenge, lock, schedule, setSetting } from './room.ts'
import { translateItem } from './second-line.ts'
import { nextSpeaker, skipSpeaker } from './speaking.ts'
import { switchMethod } from './switch.ts'
import { takeClock } from './take-clock.ts'
import { WORK_COMMANDS } from './work.ts'

/** The commands that are about the session itself. Right and case of each stand in its definition; nothing else lists them. */
const SESSION_COMMANDS = [
  start,
  advance,
  back,
  skip,
  reopen,
  switchMethod,
  end,
  undo,
  setClock,
  pause,
  resume,
  arm,
  cancel,
  lock,
  editChallenge,
  setSetting,
  schedule,
  insertStep,
  removeStep,
  moveStep,
  editStep,
  fitRest,
  nextSpeaker,
  skipSpeaker,
  rename,
  setRole,
  setFlag,
  setSide,
  moveSeat,
  mergeTwo,
  handOver,
  takeClock,
  leave,
  forgetMe,
  admit,
  admitMany,
  refuse,
  remove,
  restore,
  askBack,
  claimSeat,
  grantClaim,
  refuseClaim,
  renewLink,
  addItem,
  editItem,
  translateItem,
  publishLate,
  withdraw,
  hide,
  unhide,
  park,
  merge,
  unmerge,
  nameColour,
  deal,
  nameSome,
  mark,
  unmark,
  lowerHands,
  gather,
  spotlight,
  message,
  correctItem,
  correctDecision,
  correctAction,
  reportAction,
  addLate,
] as const

export type Command = CommandOf<(typeof SESSION_COMMANDS)[number]> | WorkCommand
export type CommandType = Command['type']

/** Every command there is: those about the session, and those of the methods. */
export const COMMANDS: readonly CommandDefinition<CommandType, v.ObjectEntries>[] = [
  ...(SESSION_COMMANDS as unknown as readonly CommandDefinition<CommandType, v.ObjectEntries>[]),
  ...WORK_COMMANDS,
]
