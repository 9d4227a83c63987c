import type * as Y from 'yjs'
import type { ItemId, SeatId } from '../kernel/index.ts'
import { findStored } from './record-cache.ts'

/**
 * Puts another seat's name under an item, or none. For the server alone, when two seats become one or a person is forgotten:
 * whoever else writes cannot touch this field.
 */
export const signItem = (doc: Y.Doc, id: ItemId, author: SeatId | undefined): void => {
  const stored = findStored(doc.getMap('items'), id)
  if (!stored || stored.get('author') === author) return
  doc.transact(() => {
    if (author) stored.set('author', author)
    else stored.delete('author')
  })
}
