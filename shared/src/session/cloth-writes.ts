import { handoverId } from '../board/index.ts'
import { type Refusal, type Result, type SeatId, type TableId, fail, ok, refusal } from '../kernel/index.ts'
import type { ClothRights } from '../methods/index.ts'
import { findStop } from './plan.ts'
import { type Regime, listRegimes } from './regime.ts'
import { leads, takesPart } from './rights.ts'
import type { Seat, Session, Step } from './session.ts'
import type { Touch } from './touch.ts'
import { workOf, workingsOf } from './work.ts'

const notAllowed = refusal('not-allowed')
const wrongPhase = refusal('wrong-phase')
const locked = refusal('locked')

/** The step whose table it is, with what its method keeps and says of it; undefined for a table that there is not. */
const findCloth = (
  session: Session,
  table: TableId,
): { readonly step: Step; readonly state: unknown; readonly cloths: ClothRights<unknown> } | undefined => {
  for (const step of session.agenda) {
    const cloths = workingsOf(step)?.cloths
    const state = cloths && workOf(session, step.id)
    if (cloths && state !== undefined && cloths.has(state, table)) return { step, state, cloths }
  }
  return undefined
}

/** Whether somebody who is seated may read the cloth of a table. */
export const mayReadCloth = (session: Session, seat: Seat, table: TableId): boolean => {
  const found = findCloth(session, table)
  if (!found) return false
  const { step, state, cloths } = found
  const stop = findStop(session)
  const phase = stop?.step.id === step.id ? stop.phase.key : undefined
  const reader = { seat: seat.id, leads: leads(seat), names: step.names, ...(phase !== undefined && { phase }) }
  return cloths.mayRead(state, table, reader)
}

type Writer = NonNullable<ReturnType<ClothRights<unknown>['writerAt']>>

/** What somebody is at a table by the rights of one moment; why they write nothing there otherwise. */
const findWriter = (session: Session, seat: Seat, table: TableId, regime: Regime): Result<Writer, Refusal> => {
  const found = findCloth(session, table)
  if (!found || !takesPart(seat)) return fail(notAllowed)
  const { step, state, cloths } = found
  if (regime.step !== step.id || regime.phase === undefined) return fail(wrongPhase)
  const writer = cloths.writerAt(state, table, seat.id, regime.phase)
  if (!writer) return fail(notAllowed)
  return regime.locked && !leads(seat) ? fail(locked) : ok(writer)
}

/** Whether somebody writes on a cloth at all, now or by the rights that are still honoured. */
export const mayWriteOnCloth = (session: Session, seat: Seat, table: TableId, now: number): Result<void, Refusal> => {
  const answers = listRegimes(session, now).map((regime) => findWriter(session, seat, table, regime))
  if (answers.some((answer) => answer.ok)) return ok(undefined)
  return answers.find((answer) => !answer.ok) ?? fail(notAllowed)
}

/** Whether somebody may do one thing on a cloth, by the rights in force or those still honoured. */
export const touchCloth = (
  session: Session,
  seat: Seat,
  table: TableId,
  touch: Touch,
  regimes: readonly Regime[],
): Result<void, Refusal> => {
  const cloth = findCloth(session, table)
  let first: Refusal | undefined
  for (const regime of regimes) {
    const writer = findWriter(session, seat, table, regime)
    const objection = writer.ok
      ? objectToTouch(touch, seat.id, table, regime, writer.value, cloth?.cloths.kinds ?? [])
      : writer.error
    if (!objection) return ok(undefined)
    first ??= objection
  }
  return fail(first ?? wrongPhase)
}

const objectToTouch = (
  touch: Touch,
  seat: SeatId,
  table: TableId,
  { step }: Regime,
  writer: Writer,
  kinds: ClothRights<unknown>['kinds'],
): Refusal | undefined => {
  if (touch.op === 'remove') return notAllowed
  switch (touch.collection) {
    case 'items':
      return touch.fresh || touch.op === 'create'
        ? objectToNewNote(touch, { seat, table, step, round: writer.round, kinds })
        : objectToChange(touch, seat)
    case 'handover':
      return objectToHandover(touch, table, writer)
    default:
      return notAllowed
  }
}

/** What a new note says of itself is so: who writes it, where, and when. */
const objectToNewNote = (
  { owner, op, field, value }: Touch,
  now: {
    readonly seat: SeatId
    readonly table: TableId
    readonly step: Step['id']
    readonly round: number
    readonly kinds: ClothRights<unknown>['kinds']
  },
): Refusal | undefined => {
  if (owner !== undefined && owner !== now.seat) return notAllowed
  if (op !== 'set') return undefined
  const isSo = (expected: unknown): Refusal | undefined => (value === expected ? undefined : notAllowed)
  switch (field) {
    case 'kind':
      return now.kinds.some((kind) => kind === value) ? undefined : wrongPhase
    case 'step':
      return value === now.step ? undefined : wrongPhase
    case 'author':
      return isSo(now.seat)
    case 'table':
      return isSo(now.table)
    case 'round':
      return isSo(now.round)
    case 'state':
      return isSo('published')
    case 'text':
    case 'lang':
    case 'colour':
    case 'rank':
    case 'at':
      return undefined
    default:
      return notAllowed
  }
}

/** Everybody at a table moves what lies there; words, colour and whether it lies there at all are its writer's. */
const objectToChange = ({ op, field, value, owner }: Touch, seat: SeatId): Refusal | undefined => {
  const isOwn = owner === seat
  if (op === 'text') return isOwn ? undefined : notAllowed
  switch (field) {
    case 'at':
    case 'rank':
      return undefined
    case 'lang':
    case 'colour':
      return isOwn ? undefined : notAllowed
    case 'state':
      return isOwn && (value === 'withdrawn' || value === 'published') ? undefined : notAllowed
    default:
      return notAllowed
  }
}

/** The lines for those who come next are the host's, in the round that is on. */
const objectToHandover = (
  { record, op, field, value }: Touch,
  table: TableId,
  { role, round }: Writer,
): Refusal | undefined => {
  if (role !== 'host' || record !== handoverId(table, round)) return notAllowed
  return op === 'set' && field === 'round' && value !== round ? notAllowed : undefined
}

/** The company in which a seat sees who is where: those at one table while people sit at tables; undefined where all see all. */
export const findCompany = (session: Session, seat: Seat): string | undefined => {
  const stop = findStop(session)
  const cloths = stop && workingsOf(stop.step)?.cloths
  const state = stop && workOf(session, stop.step.id)
  if (!stop || !cloths || state === undefined) return undefined
  return cloths.companyOf(state, { seat: seat.id, leads: leads(seat) }, stop.phase.key)
}
