import { type DocumentAddress, isJudgeable } from '../board/index.ts'
import { type Refusal, type Result, type SeatId, asId, fail, ok, refusal, unreachable } from '../kernel/index.ts'
import type { Policy } from '../methods/index.ts'
import { findStep } from './plan.ts'
import { type Regime, isOfSome, isWithin, listRegimes } from './regime.ts'
import { findSeated, leads, takesPart } from './rights.ts'
import type { Seat, Session } from './session.ts'
import type { Touch } from './touch.ts'
import { mayReadCloth, mayWriteOnCloth, touchCloth } from './cloth-writes.ts'
import { isKept } from './work.ts'

/** Whether a seat may read a document: the board whoever is seated, a draft its owner alone, a cloth as its method says. */
export const mayRead = (session: Session, id: SeatId, document: DocumentAddress): boolean => {
  const found = findSeated(session, id)
  if (!found.ok) return false
  switch (document.kind) {
    case 'board':
    case 'presence':
      return true
    case 'draft':
      return document.seat === id
    case 'table':
      return mayReadCloth(session, found.value, document.table)
    default:
      return unreachable(document)
  }
}

/**
 * Whether a seat writes in a document at all, whatever it writes: those who take part on the board, each in their own
 * draft, on a cloth those who sit at its table or did within the grace. What a write would touch is asked besides; this is
 * for one that touches nothing.
 */
export const mayWriteIn = (
  session: Session,
  id: SeatId,
  document: DocumentAddress,
  now: number,
): Result<void, Refusal> => {
  const found = findSeated(session, id)
  if (!found.ok) return found
  if (document.kind === 'table') return mayWriteOnCloth(session, found.value, document.table, now)
  const isOpenTo = document.kind === 'board' || (document.kind === 'draft' && document.seat === id)
  return takesPart(found.value) && isOpenTo ? ok(undefined) : fail(notAllowed)
}

/**
 * Whether a seat may do one thing to a document at `now`. The rights of the phase decide, or those that a move or a lock
 * replaced within the grace.
 *
 * Refuses with `not-seated`, `removed`, `not-allowed`, `locked`, `wrong-phase`, or `frozen` after the end.
 */
export const mayWrite = (session: Session, id: SeatId, touch: Touch, now: number): Result<void, Refusal> => {
  const found = findSeated(session, id)
  if (!found.ok) return found
  const seat = found.value
  if (!takesPart(seat)) return fail(notAllowed)
  const regimes = listRegimes(session, now)
  if (session.position.state === 'ended' && regimes.length === 0) return fail(refusal('frozen'))
  switch (touch.document.kind) {
    case 'draft':
      return answer(touch.document.seat === id ? objectToDraft(touch) : notAllowed)
    case 'board': {
      let first: Refusal | undefined
      for (const regime of regimes) {
        const objection = objectToBoard(session, regime, seat, touch)
        if (!objection) return ok(undefined)
        first ??= objection
      }
      return fail(first ?? wrongPhase)
    }
    case 'table':
      return touchCloth(session, seat, touch.document.table, touch, regimes)
    case 'presence':
      return fail(notAllowed)
    default:
      return unreachable(touch.document)
  }
}

const notAllowed = refusal('not-allowed')
const wrongPhase = refusal('wrong-phase')

const answer = (objection: Refusal | undefined): Result<void, Refusal> => (objection ? fail(objection) : ok(undefined))

/**
 * One's own draft, in every phase and when the board is locked. What says that an item was published is the server's.
 *
 * Removing a published one is not refused: a person who did so offline, before they could know, must not lose the rest
 * of what they wrote; nobody else sees a difference.
 */
const objectToDraft = ({ collection, op, field, value, fresh }: Touch): Refusal | undefined => {
  if (collection !== 'items') return notAllowed
  if (op !== 'set') return undefined
  switch (field) {
    case 'lang':
    case 'second':
    case 'colour':
    case 'inspiredBy':
      return undefined
    case 'state':
      return value === undefined || value === 'composing' || value === 'ready' ? undefined : notAllowed
    case 'kind':
    case 'step':
    case 'text':
    case 'table':
    case 'round':
      return fresh ? undefined : notAllowed
    default:
      return notAllowed
  }
}

const objectToBoard = (session: Session, regime: Regime, seat: Seat, touch: Touch): Refusal | undefined => {
  if (regime.locked && !leads(seat)) return refusal('locked')
  switch (touch.collection) {
    case 'items':
      return objectToItem(session, regime, seat, touch)
    case 'clusters':
      return objectToCluster(regime, seat, touch)
    default:
      return notAllowed
  }
}

const objectToItem = (session: Session, regime: Regime, seat: Seat, touch: Touch): Refusal | undefined => {
  if (touch.op === 'remove') return notAllowed
  if (touch.fresh || touch.op === 'create') return objectToNewItem(regime, seat, touch)
  switch (touch.op === 'text' ? 'text' : touch.field) {
    case 'at':
    case 'rank':
      return objectToPlacing(session, regime, seat, touch)
    case 'cluster':
      return objectToGrouping(touch) ?? objectToPlacing(session, regime, seat, touch)
    case 'colour':
      return touch.op === 'set' ? objectToColour(session, regime, seat, touch) : notAllowed
    case 'lang':
      return touch.op === 'set' ? objectToCorrection(session, regime, seat, touch) : notAllowed
    case 'text':
      return touch.op === 'text' ? objectToCorrection(session, regime, seat, touch) : notAllowed
    default:
      return notAllowed
  }
}

const objectToPlacing = (session: Session, regime: Regime, seat: Seat, touch: Touch): Refusal | undefined =>
  isWithin(regime, touch.step)
    ? objectByPolicy(regime, regime.policies.place, seat, touch.owner === seat.id && showsNames(session, regime, touch))
    : notAllowed

/** A cluster can be judged as one, so what may not be judged stands in none. It can always be let go of. */
const objectToGrouping = ({ kind, value }: Touch): Refusal | undefined =>
  kind !== undefined && !isJudgeable(kind) && value !== undefined ? notAllowed : undefined

/** A colour is a part of one's own note, and where notes are put in order a sign that whoever may place one gives it. */
const objectToColour = (session: Session, regime: Regime, seat: Seat, touch: Touch): Refusal | undefined =>
  objectToPlacing(session, regime, seat, touch) && objectToCorrection(session, regime, seat, touch)

/** A new item through the document signs itself, so it exists only where names are shown and items go straight onto the board. */
const objectToNewItem = (regime: Regime, seat: Seat, touch: Touch): Refusal | undefined => {
  const { names, policies, step } = regime
  if (names === 'hidden' || (touch.owner !== undefined && touch.owner !== seat.id)) return notAllowed
  if (policies.add !== 'open') return wrongPhase
  if (policies.inverts !== undefined) return notAllowed
  if (touch.op !== 'set') return undefined
  const { value } = touch
  switch (touch.field) {
    case 'kind':
      return policies.kinds.some((kind) => kind === value) ? undefined : wrongPhase
    case 'step':
      return value === step ? undefined : wrongPhase
    case 'author':
      return value === seat.id ? undefined : notAllowed
    case 'state':
      return value === 'published' ? undefined : notAllowed
    case 'cluster':
      if (value === undefined) return undefined
      // Which of its kinds a new item has is not known here.
      return policies.kinds.every(isJudgeable) ? objectByPolicy(regime, policies.place, seat, true) : notAllowed
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

/** Correcting through the document signs the correction, so it exists only where names are shown. */
const objectToCorrection = (session: Session, regime: Regime, seat: Seat, touch: Touch): Refusal | undefined => {
  if (!showsNames(session, regime, touch) || isKept(session, asId(touch.record))) return notAllowed
  const { edit, edits } = regime.policies
  if (edits && (touch.kind === undefined || !edits.includes(touch.kind))) return wrongPhase
  // It lies open, and what turns it round says so by its words: also in every later step.
  if (touch.kind !== undefined && !isJudgeable(touch.kind)) return wrongPhase
  // Leading gives no right over what others wrote.
  if (edit === 'own') return touch.owner === seat.id ? undefined : notAllowed
  return objectByPolicy(regime, edit, seat, touch.owner === seat.id)
}

/** Whether names are shown now and where the item was written: a mark of its owner on a hidden one would tell who it is. */
const showsNames = (session: Session, regime: Regime, { step }: Touch): boolean =>
  regime.names === 'shown' &&
  (step === undefined
    ? session.agenda.every((other) => !other.begun || other.names === 'shown')
    : findStep(session, step)?.names === 'shown')

const objectToCluster = (regime: Regime, seat: Seat, touch: Touch): Refusal | undefined => {
  if (touch.op === 'remove') return notAllowed
  const isNew = touch.fresh || touch.op === 'create'
  const isOwn = touch.owner === undefined ? isNew : touch.owner === seat.id
  const objection = isNew && !isOwn ? notAllowed : objectByPolicy(regime, regime.policies.group, seat, isOwn)
  if (objection || touch.op !== 'set') return objection
  switch (touch.field) {
    case 'colour':
    case 'icon':
    case 'at':
      return undefined
    case 'step':
      return isNew && touch.value === regime.step ? undefined : notAllowed
    case 'title':
      return isNew ? undefined : notAllowed
    default:
      return notAllowed
  }
}

/** What a policy says to a person about a record; facilitators have the right of `some` wherever it is not `none`. */
const objectByPolicy = (regime: Regime, policy: Policy, seat: Seat, isOwn: boolean): Refusal | undefined => {
  switch (policy) {
    case 'all':
      return undefined
    case 'own':
      return isOwn || leads(seat) ? undefined : notAllowed
    case 'some':
      return isOfSome(regime, seat) ? undefined : notAllowed
    case 'none':
      return wrongPhase
    default:
      return unreachable(policy)
  }
}
