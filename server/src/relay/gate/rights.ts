import { ITEM_KINDS, type ItemKind } from '@roundel/shared/board'
import { type Refusal, type Result, type SeatId, asId, fail, ok } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'
import type { OwnerClaim } from '../../storage/store.ts'
import type { Effect } from './effects.ts'
import type { Case } from './gate.ts'
import type { Box } from './ground.ts'
import { type Stop, refuseForbidden } from './stop.ts'
import { lastOf, valueOf } from './yjs-internals.ts'

/**
 * Asks whether the seat may do every single thing that an update would do; the first refusal refuses the whole.
 *
 * A record that exists, or ever existed, is written anew by nobody but its owner. One that never did belongs to the
 * seat from now on: those are the claims returned. In a private document everything is its seat's.
 */
export const askAll = (effects: readonly Effect[], around: Case): Result<readonly OwnerClaim[], Stop> => {
  const claims: OwnerClaim[] = []
  for (const effect of effects) {
    const owner = effect.op === 'create' ? around.seat : ownerOf(effect, around)
    if (effect.op === 'create') {
      const claim = claimRecord(effect, around)
      if (claim === 'taken') return fail(refuseForbidden(`${effect.box.collection}: a record of somebody else`))
      if (claim) claims.push(claim)
    }
    const answer = around.authority.mayWrite(around.seat, touchOf(effect, around, owner))
    if (!answer.ok) return fail(refuseTouch(answer.error, effect))
  }
  return ok(claims)
}

/** Whose the record is. What stands in a new record is its maker's, whose claim on it is looked at by itself. */
const ownerOf = ({ box, record }: Effect, { authority, document, seat }: Case): SeatId | undefined => {
  if (box.fresh) return seat
  return document.kind === 'draft' ? document.seat : authority.ownerOf(document, box.collection, record)
}

const claimRecord = (
  { box, record }: Effect,
  { authority, document, seat }: Case,
): OwnerClaim | 'taken' | undefined => {
  if (document.kind === 'draft') return undefined
  const owner = authority.ownerOf(document, box.collection, record)
  if (owner === seat) return undefined
  const existed = box.live !== undefined && lastOf(box.live, record) !== undefined
  return owner !== undefined || existed ? 'taken' : { collection: box.collection, record, owner: seat }
}

const touchOf = ({ op, box, record, field, value }: Effect, { document }: Case, owner: SeatId | undefined): Touch => {
  const touch: { -readonly [Key in keyof Touch]: Touch[Key] } = {
    document,
    collection: box.collection,
    record,
    op,
    fresh: op === 'create' || box.fresh,
  }
  if (field !== undefined) touch.field = field
  if (value !== undefined) touch.value = value
  if (owner !== undefined) touch.owner = owner
  const step = stepOf(box)
  if (step !== undefined) touch.step = asId(step)
  const kind = box.collection === 'items' ? kindOf(box) : undefined
  if (kind !== undefined) touch.kind = kind
  return touch
}

/** The step that a record of the document belongs to, where its collection has such a field. */
const stepOf = (box: Box): string | undefined => {
  const step = liveValueOf(box, 'step')
  return typeof step === 'string' ? step : undefined
}

/** What kind of item a record of the document is. */
const kindOf = (box: Box): ItemKind | undefined => ITEM_KINDS.find((kind) => kind === liveValueOf(box, 'kind'))

/** A field of the record that the document holds already. */
const liveValueOf = (box: Box, field: string): unknown => {
  const record = box.level === 'text' ? box.within : box
  return record?.level === 'record' && record.live ? valueOf(record.live, field) : undefined
}

/** Phases and locks pass, so what they forbid is told apart from what is never allowed. */
const PASSING: ReadonlySet<string> = new Set(['locked', 'wrong-phase', 'frozen'] satisfies Refusal['code'][])

const refuseTouch = ({ code }: Refusal, { op, box, field }: Effect): Stop => ({
  type: 'refuse',
  code: PASSING.has(code) ? 4423 : 4403,
  reason: `${op} ${box.collection}${field === undefined ? '' : `.${field}`}: ${code}`,
})
