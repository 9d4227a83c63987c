import { defineMethod } from '../method.ts'
import { defineWorkings } from '../workings.ts'
import { attendCafe, nextAttendance } from './attending.ts'
import { bringFromCafe } from './bringing.ts'
import { viewCafe, viewOwnCafe } from './cafe-view.ts'
import { CAFE_CLOTHS } from './cloth-rights.ts'
import { CAFE_COMMANDS } from './commands/commands.ts'
import { enterCafe } from './entering.ts'
import { replaceGuest } from './replace-seat.ts'
import { CafeSettings, cafePhases, mayRearrange, resizeCafe } from './settings.ts'
import type { CafeState } from './state.ts'

export { CLOTH_KINDS, type TablePlan } from './fields.ts'
export { measureCafe } from './figures.ts'
export { isMove, isRound, roundIn } from './phases.ts'
export { type PlanWanted, findDuePlan, isFresh, toCafePlan } from './planning.ts'
export { seatingOf } from './seats.ts'
export { CAFE_MODES, type CafeMode, type CafeSettings, HOST_POLICIES, type HostPolicy } from './settings.ts'
export { TABLE_SIGNS, type TableSign, signOf, withSigns } from './signs.ts'
export type { CafeSeat, CafeState, CafeTable, HarvestItems, TableHarvest, Way } from './state.ts'
export {
  CAFE_CHECKS,
  type CafeCheck,
  type CafeFigures,
  type CafeView,
  type LeadView,
  type OwnCafe,
  type PlaceView,
  type Preview,
  type TableView,
} from './view.ts'

/**
 * A World Café: people talk at small tables about a question that matters, and after each round sit down with others, so
 * that thoughts travel. One host stays at each table and tells newcomers what was said.
 *
 * After Brown and Isaacs (2005). Who sits where is planned, so that people meet as many others as they can.
 */
export const cafe = defineMethod({
  id: 'cafe',
  settings: CafeSettings,
  phases: cafePhases,
  shows: ({ mode, rounds, hosts }) => ({ mode, rounds, hosts }),
  takes: ['idea'],
  input: ({ earlier }) => earlier,
  prompts: { kinds: ['question', 'insight', 'cause', 'idea', 'stimulus'], most: 12, wants: 'disputed' },
  takesOver: { welcome: 1, earlier: 'all' },
  resize: resizeCafe,
  mayRearrange,
  workings: defineWorkings<CafeState, CafeSettings>()({
    commands: CAFE_COMMANDS,
    enter: enterCafe,
    view: viewCafe,
    mine: viewOwnCafe,
    replaceSeat: replaceGuest,
    brings: bringFromCafe,
    attend: attendCafe,
    attendsAt: nextAttendance,
    cloths: CAFE_CLOTHS,
  }),
})
