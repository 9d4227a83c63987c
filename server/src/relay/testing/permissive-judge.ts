import * as Y from 'yjs'
import type { Judge } from '../gate/gate.ts'

/**
 * A gate without rights: anybody may write anything that is a whole update, under a client id of their own.
 *
 * Finds gaps and repetitions by trying on a copy, which the real gate does not need.
 */
export const permissiveJudge: Judge = (bytes, { doc, seat, clientOwner }) => {
  let meta: ReturnType<typeof Y.parseUpdateMeta>
  const copy = new Y.Doc()
  try {
    Y.decodeUpdate(bytes)
    meta = Y.parseUpdateMeta(bytes)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const before = Y.snapshot(copy)
    Y.applyUpdate(copy, bytes)
    if (copy.store.pendingStructs || copy.store.pendingDs) return { type: 'gap' }
    if (Y.equalSnapshots(before, Y.snapshot(copy))) return { type: 'nothing-new' }
  } catch {
    return { type: 'refuse', code: 4400, reason: 'not an update' }
  }
  const clients = [...meta.to.keys()].filter((client) => (meta.to.get(client) ?? 0) > Y.getState(doc.store, client))
  if (clients.some((client) => (clientOwner(client) ?? seat) !== seat)) {
    return { type: 'refuse', code: 4409, reason: 'a client id of somebody else' }
  }
  const claims = clients.filter((client) => !clientOwner(client)).map((client) => ({ client, owner: seat }))
  return { type: 'admit', bytes, claims, owners: [] }
}
