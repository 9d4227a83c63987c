import { openBoard } from '@roundel/shared/board'
import { DAY_MS, type SessionId, asId } from '@roundel/shared/kernel'
import { type Session, listSpentCloths } from '@roundel/shared/session'
import type { OwnerClaim, Store } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'
import type { StoredAddress } from './session-documents.ts'
import { isReadable, readSession } from './stored-session.ts'

/** How long after the end private items are kept, and who wrote what where names were hidden. */
const FORGET_AFTER_MS = DAY_MS

/** When the time comes to forget, if it is in sight. */
const dueAt = ({ position }: Pick<Session, 'position'>): number =>
  position.state === 'ended' ? position.at + FORGET_AFTER_MS : Infinity

const isDue = (session: Pick<Session, 'position'>, now: number): boolean => now >= dueAt(session)

/** The owners that nobody was ever shown: all but those of items in steps where names were shown. */
const listHidden = (core: SessionCore): readonly OwnerClaim[] => {
  const shown = new Set(core.ahead().agenda.flatMap((step) => (step.names === 'shown' ? [step.id] : [])))
  const board = core.documents.opened({ kind: 'board' })
  const items = board && openBoard(board.read()).items
  return core.owners.all().filter(({ collection, record }) => {
    const item = collection === 'items' ? items?.get(asId(record)) : undefined
    return !item || !shown.has(item.step)
  })
}

const forgetPrivate = async (core: SessionCore): Promise<void> => {
  const owners = listHidden(core)
  const spent = new Set<string>(listSpentCloths(core.ahead()))
  const isPrivate = (address: StoredAddress): boolean =>
    address.kind === 'draft' || (address.kind === 'table' && spent.has(address.table))
  const hasPrivate = [...core.documents.all()].some((room) => isPrivate(room.address) && room.seq() > 0)
  if (owners.length === 0 && !hasPrivate) return
  await core.documents.erase(isPrivate, async (documents) => {
    await core.change({
      session: core.ahead(),
      erase: { documents, owners, lasting: true },
      log: { seat: 'server', type: 'forget' },
    })
    core.owners.forget(owners)
  })
}

/**
 * Forgets, a day after the end, what people wrote in private and, where names were hidden, who wrote what: cloths too, once
 * all that lay on them stands on the board.
 */
export interface Forgetting {
  /** Does it when it is due; nothing before, and nothing a second time. */
  readonly run: () => Promise<void>
  /** Does it by itself when the time comes. */
  readonly schedule: () => void
  readonly stop: () => void
}

export const openForgetting = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  { now, clock }: Pick<Chance, 'now' | 'clock'>,
): Forgetting => {
  let cancel: (() => void) | undefined

  const run = (): Promise<void> =>
    inTurn(async () => {
      if (isDue(core.ahead(), now())) await forgetPrivate(core)
    })

  const schedule = (): void => {
    cancel?.()
    const wait = dueAt(core.ahead()) - now()
    // A failure to store ends the room; when it is opened again, this is done.
    if (wait > 0 && Number.isFinite(wait)) cancel = clock.after(wait, () => void run().catch(() => undefined))
  }

  return { run, schedule, stop: () => cancel?.() }
}

/** The sessions that have something to forget by now. */
export const findForgetful = async (store: Store, now: number): Promise<readonly SessionId[]> => {
  const due: SessionId[] = []
  for (const id of await store.sessionsWithDrafts()) {
    const stored = await store.session(id)
    if (stored && isReadable(stored.json) && isDue(readSession(stored.json), now)) due.push(id)
  }
  return due
}
