import type { Case } from './gate.ts'
import type { Deaths } from './deletions.ts'
import { type Effects, type Tally, isImplied } from './effects.ts'
import { findField } from './fit.ts'
import type { Box, Ground } from './ground.ts'
import { type Stop, refuseForbidden } from './stop.ts'
import { firstOf, keysOf, lastOf, lengthOf } from './yjs-internals.ts'

/**
 * Whether every text stays within its field's limit. A text may always shrink.
 *
 * What is too long is refused as forbidden, not as too large a message: the replica that holds it can never be merged,
 * so its client must begin afresh.
 *
 * Where several people typed, each saw less than what their typing makes together: such a text may come to twice its
 * limit, and is read up to the limit.
 */
export const checkLengths = (ground: Ground, around: Case, deaths: Deaths, { tallies }: Effects): Stop | undefined => {
  for (const tally of tallies) {
    const { box } = tally
    const most = findField(ground.shape, box.collection, box.field)?.most ?? 0
    const after = measure(tally)
    if (tally.inserted <= 0 || after <= most || isImplied(deaths, box)) continue
    if (after > most * 2 || !isShared(ground, around, box))
      return refuseForbidden(`${box.collection}.${box.field}: too long`)
  }
  return undefined
}

const measure = ({ box, inserted, removed }: Tally): number => (box.live ? lengthOf(box.live) : 0) + inserted - removed

/** Whether another person's client than those that write now typed anything that is still there. */
const isShared = (ground: Ground, { clientOwner }: Case, { live }: Box): boolean => {
  for (let item = live ? firstOf(live) : null; item; item = item.right) {
    const { client } = item.id
    if (!item.deleted && !ground.incoming.has(client) && clientOwner(client) !== 'server') return true
  }
  return false
}

/** Whether no collection comes to hold more records than it may, those that were removed not counted. */
export const checkCounts = ({ list }: Effects, most: number): Stop | undefined => {
  if (!list.some(({ op }) => op === 'create')) return undefined
  const created = new Map<Box, number>()
  for (const { op, box, record } of list) {
    const present = box.live && lastOf(box.live, record)
    if (op === 'create' && present?.deleted !== false) created.set(box, (created.get(box) ?? 0) + 1)
  }
  for (const [box, count] of created) {
    const keys = box.live && keysOf(box.live)
    // Counted only when it could matter: keys of removed records stay.
    if ((keys?.size ?? 0) + count <= most) continue
    let present = 0
    for (const item of keys?.values() ?? []) if (!item.deleted) present++
    if (present + count > most) return refuseForbidden(`${box.collection}: too many records`)
  }
  return undefined
}
