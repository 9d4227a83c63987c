import { type ItemId, type Refusal, type Result, fail, ok, refusal } from '@roundel/shared/kernel'
import { type Brought, type Session, bringIn } from '@roundel/shared/session'
import { openDocumentRoom } from '../relay/document-room.ts'
import { judge } from '../relay/gate/judge.ts'
import type { Append } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import { carryOut } from './session-documents.ts'

/** A session that was not stored yet, with what stands on its board from the start. */
export interface Begun {
  readonly session: Session
  readonly items: readonly ItemId[]
  /** What is to be stored with the session. */
  readonly appends: readonly Append[]
}

/** Puts onto the board of a new session what is brought along, to be stored in one go with it. Refuses as `bringIn` does. */
export const beginWith = (
  session: Session,
  brought: readonly Brought[],
  { clock, newId }: Pick<Chance, 'clock' | 'newId'>,
): Result<Begun, Refusal> => {
  if (brought.length === 0) return ok({ session, items: [], appends: [] })
  const decided = bringIn(session, brought, { itemCount: () => 0, newId })
  if (!decided.ok) return decided
  const board = openDocumentRoom({
    address: { kind: 'board' },
    stored: { seq: 0, epoch: 1, snapshot: undefined, updates: [], claims: [], damaged: false },
    commit: () => Promise.resolve(),
    // Nobody is let in: the board is written once, by the server.
    authority: {
      mayRead: () => false,
      mayWriteIn: () => fail(refusal('not-allowed')),
      mayWrite: () => fail(refusal('not-allowed')),
      ownerOf: () => undefined,
    },
    judge,
    clock,
    onFault: (error) => {
      throw error
    },
  })
  const append = board.write((doc) => {
    for (const write of decided.value.writes) carryOut(doc, write)
  })
  void board.close()
  return ok({ session: decided.value.session, items: decided.value.items, appends: append ? [append] : [] })
}
