import { editStep, insertStep, moveStep, removeStep } from './agenda.ts'
import { pause, resume, setClock } from './clock.ts'
import { claimSeat, grantClaim, refuseClaim } from './claims.ts'
import type { CommandOf } from './command.ts'
import { nameSome } from './crowd.ts'
import { hide, park, unhide } from './curation.ts'
import { deal } from './dealing.ts'
import { admit, askBack, refuse, remove, renewLink, restore } from './door.ts'
import { addItem, editItem, publishLate, withdraw } from './items.ts'
import { mark, unmark } from './marks.ts'
import { advance, back, end, skip, start, undo } from './moves.ts'
import { handOver, leave, rename, setFlag, setRole, setSide } from './people.ts'
import { arm, cancel } from './releases.ts'
import { editChallenge, lock, setSetting } from './room.ts'
import { translateItem } from './second-line.ts'

/** Every command there is. Its right and its case stand in its definition; nothing else lists them. */
export const COMMANDS = [
  start,
  advance,
  back,
  skip,
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
  insertStep,
  removeStep,
  moveStep,
  editStep,
  rename,
  setRole,
  setFlag,
  setSide,
  handOver,
  leave,
  admit,
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
  deal,
  nameSome,
  mark,
  unmark,
] as const

export type Command = CommandOf<(typeof COMMANDS)[number]>
export type CommandType = Command['type']
