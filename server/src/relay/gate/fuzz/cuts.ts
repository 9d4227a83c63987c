import { act } from './acts.ts'
import { asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { createChance } from './chance.ts'
import { deliver, openRoom } from './room.ts'
import { OPEN } from './rules.ts'

/**
 * Cuts real updates at every byte and sends the beginnings before the whole. Answers with how many were sent, and with
 * what happened to those that were not refused or changed the document.
 */
export const runCuts = ({ updates, seed }: { updates: number; seed: number }): { cuts: number; failures: string[] } => {
  const chance = createChance(seed)
  const room = openRoom({ kind: 'board' }, OPEN, chance.client())
  const seat = asId<'seat'>('seat-anna-000000')
  const doc = new Y.Doc()
  doc.clientID = chance.client()
  const sent: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => sent.push(bytes))
  const own = new Set<string>()
  const failures: string[] = []
  let cuts = 0
  for (let done = 0; done < updates;) {
    act({ doc, seat, rules: OPEN, chance, own, isDraft: false, intentions: [] })
    for (const bytes of sent.splice(0, updates - done)) {
      const before = Y.encodeStateAsUpdate(room.doc)
      for (let end = 0; end < bytes.length; end++) {
        cuts++
        const { verdict } = deliver(room, seat, bytes.subarray(0, end), 'update')
        if (verdict.type !== 'refuse') failures.push(`update ${done} cut at ${end}: ${verdict.type}`)
      }
      if (Buffer.compare(before, Y.encodeStateAsUpdate(room.doc)) !== 0)
        failures.push(`update ${done} changed something`)
      const { verdict } = deliver(room, seat, bytes, 'update')
      if (verdict.type !== 'admit') failures.push(`update ${done} whole: ${verdict.type}`)
      done++
    }
    sent.length = 0
  }
  return { cuts, failures }
}
