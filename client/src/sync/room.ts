import type { SessionId } from '@roundel/shared/kernel'
import type { Role, View } from '@roundel/shared/session'
import { type Show, socketUrl, viewPoller } from './api.ts'
import { type GiveCommand, commandGiver } from './commands.ts'
import { type Documents, openDocuments } from './documents.ts'
import { dropDraftCache } from './drop-draft-cache.ts'
import { type Live, type LiveNotice, openLive } from './live.ts'
import { type Presence, createPresence } from './presence.ts'
import { type SavedWatch, createSavedWatch } from './saved-watch.ts'

/** Everything that ties this page to one session: the live view, the documents, the way to give commands. */
export interface Room {
  readonly id: SessionId
  readonly live: Live
  readonly saved: SavedWatch
  readonly give: GiveCommand
  readonly presence: Presence
  /** Undefined for somebody who is not seated, for instance at the door. */
  readonly documents: () => Documents | undefined
  readonly subscribeDocuments: (onChange: () => void) => () => void
  readonly onNotice: (hear: (notice: LiveNotice) => void) => () => void
  readonly close: () => void
}

const READERS: ReadonlySet<Role> = new Set(['observer', 'screen'])

/** Connects to a session as the seat that this browser holds in it, or to show on it what a screen shows. */
export const openRoom = (id: SessionId, view: View, show?: Show): Room => {
  const saved = createSavedWatch()
  const listeners = new Set<() => void>()
  const ears = new Set<(notice: LiveNotice) => void>()
  let documents: Documents | undefined
  let openedFor = ''

  const live = openLive({
    url: `${socketUrl(id, 'live')}${show ? `?show=${show}` : ''}`,
    view,
    fetchView: viewPoller(id, show),
    onConnected: () => saved.connected('live'),
    onLost: () => saved.lost('live'),
    onNotice: (notice) => {
      for (const hear of ears) hear(notice)
    },
  })

  const followSeat = (): void => {
    const { me } = live.view()
    const isSeated = me.state === 'seated' && !live.end()
    const writes = !READERS.has(me.role)
    const wanted = isSeated ? `${me.seat} ${writes}` : ''
    if (wanted === openedFor) return
    openedFor = wanted
    documents?.close()
    documents = isSeated ? openDocuments({ session: id, seat: me.seat, writes, way: live, show }, saved) : undefined
    for (const listener of listeners) listener()
  }

  // A device that knows itself to be offline says so long before its sockets notice.
  const goOffline = (): void => saved.lost('device')
  const goOnline = (): void => saved.connected('device')
  addEventListener('offline', goOffline)
  addEventListener('online', goOnline)
  const leave = (): void => documents?.leave()
  addEventListener('pagehide', leave)

  const stopFollowing = live.subscribe(followSeat)
  followSeat()
  const give = commandGiver(id)

  return {
    id,
    live,
    saved,
    give: async (body) => {
      const reply = await give(body)
      live.refresh()
      return reply
    },
    presence: createPresence(id, () => live.view().me.seat),
    documents: () => documents,
    subscribeDocuments: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    onNotice: (hear) => {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    close: () => {
      const { session, me } = live.view()
      const isOver = session.state === 'ended' || live.end() === 'removed' || live.end() === 'gone'
      const isSafe = saved.state().state === 'saved'
      stopFollowing()
      removeEventListener('offline', goOffline)
      removeEventListener('online', goOnline)
      removeEventListener('pagehide', leave)
      live.close()
      documents?.close()
      saved.close()
      // What the server has needs no copy here once the session is over. A screen knows nothing of what its person wrote.
      if (isOver && isSafe && !show) dropDraftCache(id, me.seat)
    },
  }
}
