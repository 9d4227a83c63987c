import { type Result, fail, ok } from '@roundel/shared/kernel'
import type { Case } from './gate.ts'
import type { Incoming } from './ground.ts'
import { GAP, type Stop, refuseStranger } from './stop.ts'
import type { Content, Struct, Update } from './update.ts'
import { nextClock } from './yjs-internals.ts'

/**
 * What an update brings, by client id; or why it cannot be judged.
 *
 * Refuses what is made under a client id of somebody else. Whoever writes first with an id has it for ever, and the
 * server's own are nobody's.
 */
export const sortIncoming = (update: Update, around: Case): Result<ReadonlyMap<number, Incoming>, Stop> => {
  const incoming = new Map<number, Incoming>()
  let hasGap = false
  for (const { client, structs } of update.sections) {
    const base = nextClock(around.doc, client)
    const owner = around.clientOwner(client)
    // An id that stands in the document without an owner cannot be told from somebody else's.
    const isStranger = owner === undefined ? base > 0 || client === around.doc.clientID : owner !== around.seat
    if (isStranger) return fail(refuseStranger('a client id of somebody else'))
    const first = structs[0] as Struct
    // A gap of Yjs's own ends beyond `base`, or it would have been left out.
    if (first.clock > base || structs.some(isSkipped)) hasGap = true
    const cut = first.clock < base
    const fresh = cut ? [cutStruct(first, base), ...structs.slice(1)] : structs
    const last = fresh[fresh.length - 1] as Struct
    const end = last.clock + last.length
    incoming.set(client, { client, base, end, structs: fresh, placed: [], cut, unclaimed: owner === undefined })
  }
  return hasGap ? fail(GAP) : ok(incoming)
}

const isSkipped = (struct: Struct): boolean => struct.content.type === 'skipped'

/**
 * The part of a struct from `clock` on, as Yjs would cut it: it follows its own beginning.
 *
 * Where the struct says that it stands no longer counts. Its beginning stands where it stands, and the rest beside it.
 */
const cutStruct = (struct: Struct, clock: number): Struct => {
  const { client, content, rightOrigin, keyed, from, to } = struct
  const offset = clock - struct.clock
  const isPlaced = content.type !== 'collected'
  return {
    client,
    clock,
    length: struct.length - offset,
    content: cutContent(content, offset),
    origin: isPlaced ? { client, clock: clock - 1 } : null,
    rightOrigin,
    parent: null,
    key: null,
    keyed,
    from,
    to,
  }
}

const cutContent = (content: Content, offset: number): Content => {
  if (content.type === 'characters') return { type: 'characters', text: content.text.slice(offset) }
  if (content.type === 'values') return { type: 'values', values: content.values.slice(offset) }
  return content
}
