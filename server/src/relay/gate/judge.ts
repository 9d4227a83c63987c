import { DOCUMENT_SHAPES } from '@roundel/shared/board'
import { type Result, fail } from '@roundel/shared/kernel'
import type { ClientClaim, OwnerClaim } from '../../storage/store.ts'
import { type Deaths, findDeaths } from './deletions.ts'
import { findEffects } from './effects.ts'
import { checkFit } from './fit.ts'
import type { Case, Judge, Verdict } from './gate.ts'
import type { Ground, Spot } from './ground.ts'
import { sortIncoming } from './incoming.ts'
import { checkCounts, checkLengths } from './length.ts'
import { GATE_LIMITS, MESSAGE_LIMITS, RECORDS_AT_MOST } from './limits.ts'
import { recallDeletions, rememberDeletions } from './memory.ts'
import { standAll } from './order.ts'
import { placeAll } from './place.ts'
import { readUpdate } from './reader.ts'
import { askAll } from './rights.ts'
import { type Stop, refuseForbidden } from './stop.ts'
import { writeUpdate } from './writer.ts'
import { nextClock } from './yjs-internals.ts'

/**
 * Judges one update of one seat against the live document, and changes nothing.
 *
 * What the document has already is left out. Whatever else the update would do is resolved to records and fields, and
 * asked of the authority; one refusal refuses all of it. Never throws for anything that the bytes hold.
 */
export const judge: Judge = (bytes, around) => {
  const { doc, document } = around
  const limits = MESSAGE_LIMITS[around.kind]
  const read = readUpdate(bytes, limits, {
    nextClock: (client) => nextClock(doc, client),
    deletions: (client) => recallDeletions(doc, client),
  })
  if (!read.ok) return { type: 'refuse', ...read.error }
  const incoming = sortIncoming(read.value, around)
  if (!incoming.ok) return incoming.error
  const ground: Ground = {
    doc,
    shape: DOCUMENT_SHAPES[document.kind],
    incoming: incoming.value,
    writesPerKey: limits.writesPerKey,
    boxes: new Map(),
  }
  const spots: Spot[] = []
  const misfit = placeAll(ground) ?? settle(ground, spots)
  if (misfit) return misfit
  const deaths = findDeaths(ground, read.value.deletions)
  if (!deaths.ok) return deaths.error
  rememberDeletions(doc, bytes, deaths.value.known)
  if (incoming.value.size === 0 && deaths.value.kept.length === 0) return { type: 'nothing-new' }
  const owners = decide(around, ground, spots, deaths.value)
  if (!owners.ok) return owners.error
  return admit(bytes, around, ground, deaths.value, read.value.abridged, owners.value)
}

/** Whether everything may stand where it stands, and in which order it does. Gathers the spots that are written to. */
const settle = (ground: Ground, spots: Spot[]): Stop | undefined => {
  for (const { placed } of ground.incoming.values()) {
    for (const arrival of placed) {
      const misfit = checkFit(ground, arrival)
      if (misfit) return misfit
      if (arrival.spot?.arrivals[0] === arrival) spots.push(arrival.spot)
    }
  }
  const budget = { steps: GATE_LIMITS.steps }
  for (const spot of spots) {
    const stop = standAll(ground, spot, budget)
    if (stop) return stop
  }
  return undefined
}

/** Whether the seat may do all of it. Answers with the records that become its own. */
const decide = (
  around: Case,
  ground: Ground,
  spots: readonly Spot[],
  deaths: Deaths,
): Result<readonly OwnerClaim[], Stop> => {
  const { document, seat } = around
  if (document.kind === 'presence') return fail(refuseForbidden('presence holds no content'))
  if (document.kind === 'draft' && document.seat !== seat) return fail(refuseForbidden('a private document'))
  // An update that touches nothing still takes room, and a client id for good.
  const may = around.authority.mayWriteIn(seat, document)
  if (!may.ok) return fail(refuseForbidden(`writes nothing here: ${may.error.code}`))
  const effects = findEffects(ground, spots, deaths)
  if (!effects.ok) return effects
  const tooLarge =
    checkLengths(ground, around, deaths, effects.value) ?? checkCounts(effects.value, RECORDS_AT_MOST[document.kind])
  return tooLarge ? fail(tooLarge) : askAll(effects.value.list, around)
}

const admit = (
  bytes: Uint8Array,
  { seat }: Case,
  { incoming }: Ground,
  deaths: Deaths,
  abridged: boolean,
  owners: readonly OwnerClaim[],
): Verdict => {
  const claims: ClientClaim[] = []
  let cut = abridged || deaths.repeated
  for (const one of incoming.values()) {
    if (one.cut) cut = true
    if (one.unclaimed) claims.push({ client: one.client, owner: seat })
  }
  return { type: 'admit', bytes: cut ? writeUpdate(bytes, incoming.values(), deaths.kept) : bytes, claims, owners }
}
