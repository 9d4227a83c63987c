import { openBoard, signItem } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { withoutSeat } from '@roundel/shared/session'
import type { Forgetter } from '../storage/sqlite/erase-again.ts'
import { readSession, writeSession } from './stored-session.ts'

/**
 * How a store that is restored forgets people who asked for it after the backup was made: as the command does, from the
 * session's value, and from the items that bear their names. Throws `UnreadableSession` for a value that is none.
 */
export const forgetSeats = (newId: () => string): Forgetter => ({
  value: (json, seats) =>
    writeSession(seats.reduce((session, seat) => withoutSeat(session, asId(seat), newId), readSession(json))),
  document: (doc, seats) => {
    for (const { id, author } of openBoard(doc).items.all().values()) {
      if (author !== undefined && seats.includes(author)) signItem(doc, id, undefined)
    }
  },
})
