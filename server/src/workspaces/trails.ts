import { setImmediate } from 'node:timers/promises'
import type { ItemId, SessionId } from '@roundel/shared/kernel'
import { type TrailFate, type TrailPlace, type TrailRefuted, type Trails, fateKey } from '@roundel/shared/report'
import { type Origin, type Session, listDecided, listTrees, milestonesIn } from '@roundel/shared/session'
import type { Workspace } from '@roundel/shared/workspace'
import type { TrailReader } from '../sessions/report-source.ts'
import { listRefuted } from './causes.ts'
import { momentOf } from './digest.ts'
import { type FateOf, fatesIn, findOpenItem, readContact, untilGone } from './open-places.ts'
import type { Past, PastSession } from './stored-past.ts'
import { MOST_PLACES, type Spot, keyOf, openWays } from './ways.ts'

/** What trails are gathered from besides the session that they are for. */
interface TrailsAround {
  /** The values of all sessions of its workspace. */
  readonly sessions: readonly Session[]
  /** One of them with its board; undefined when it is gone, unreadable or another workspace's. */
  readonly read: (id: SessionId) => Promise<PastSession | undefined>
  readonly workspace: Workspace | undefined
}

/** After so many items people are served before it goes on. */
const AT_ONCE = 200

const NOTHING: TrailPlace = { type: 'gone' }

/** What stands at a spot of another session. Whoever has no seat here learns its title, day and method. */
const placeOf = (
  past: PastSession | undefined,
  { item: id }: Spot,
  {
    words,
    isGuest,
    milestones,
  }: {
    readonly words: string | undefined
    readonly isGuest: boolean
    readonly milestones: (past: PastSession) => ReturnType<typeof milestonesIn>
  },
): TrailPlace => {
  const item = past && findOpenItem(past, id)
  if (!past || !item) return NOTHING
  const { session } = past
  const method = session.agenda.find((step) => step.id === item.step)?.kind
  return {
    type: 'session',
    title: session.title,
    at: momentOf(past),
    ...(method && { method }),
    ...(!isGuest && item.text !== words && { text: item.text }),
    passage: isGuest ? [] : milestones(past)(item),
  }
}

/** The causes of a session of which another one said that they were none. Whoever has no seat learns that alone. */
const listLaterRefuted = (session: Session, others: readonly Session[], isGuest: boolean): Trails['refuted'] => {
  const refuted = listRefuted(others)
  if (refuted.size === 0) return new Map()
  return new Map(
    listTrees(session).flatMap(({ causes }) =>
      causes.flatMap(({ item }): [ItemId, TrailRefuted][] => {
        const found = refuted.get(keyOf({ session: session.id, item }))
        return found ? [[item, isGuest ? {} : { title: found.title, quarter: found.quarter }]] : []
      }),
    ),
  )
}

/** What others said of the actions that a session agreed or was handed. */
const listFates = (
  session: Session,
  fateOf: FateOf,
  titleOf: (id: SessionId) => string | undefined,
  isGuest: boolean,
): Trails['fates'] => {
  const places = listDecided(session).flatMap(({ work: { actions, earlier } }) => [
    ...actions.map(({ id }) => ({ session: session.id, action: id })),
    ...earlier,
  ])
  return new Map(
    places.flatMap((place): [string, TrailFate][] => {
      const fate = fateOf(place)
      if (!fate || fate.session === session.id || (fate.state === 'open' && !fate.reviewed)) return []
      const { state, reviewed } = fate
      const title = isGuest ? undefined : titleOf(fate.session)
      const said = reviewed && { outcome: reviewed.outcome, what: isGuest ? '' : reviewed.what }
      return [[fateKey(place), { state, ...(said && { reviewed: said }), ...(title !== undefined && { in: title }) }]]
    }),
  )
}

/**
 * What the other sessions of a workspace know of the items and actions of one of them, as its reader may know it. Their
 * references are read once; boards are read only where a way leads, the large ones in a thread, and people are served in between.
 */
const gatherTrails = async (
  { session, items, isGuest }: TrailReader,
  { sessions, read, workspace }: TrailsAround,
): Promise<Trails> => {
  const others = sessions.filter(({ id }) => id !== session.id)
  const ways = openWays([session, ...others])
  const fateOf = fatesIn([session, ...others])
  const titles = new Map(others.map(({ id, title }) => [id, title]))

  const found: {
    readonly item: (typeof items)[number]
    readonly before: readonly Origin[]
    readonly after: readonly Spot[]
  }[] = []
  for (const [index, item] of items.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const spot = { session: session.id, item: item.id }
    const before = ways.before(spot)
    const after = isGuest ? [] : ways.after(spot)
    if (before.length + after.length > 0) found.push({ item, before, after })
  }
  const wanted = new Set(
    found.flatMap(({ before, after }) => [...before, ...after].flatMap((to) => ('session' in to ? to.session : []))),
  )
  const boards = new Map<SessionId, PastSession>()
  for (const id of wanted) {
    const past = titles.has(id) ? await read(id) : undefined
    if (past) boards.set(id, past)
  }

  const known = new Map<SessionId, ReturnType<typeof milestonesIn>>()
  const milestones = ({ session: there }: PastSession): ReturnType<typeof milestonesIn> => {
    const made = known.get(there.id) ?? milestonesIn(there, (action) => fateOf({ session: there.id, action }))
    known.set(there.id, made)
    return made
  }
  const origins = new Map<ItemId, readonly TrailPlace[]>()
  const later = new Map<ItemId, readonly TrailPlace[]>()
  for (const [index, { item, before, after }] of found.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const tell = (spot: Spot): TrailPlace =>
      placeOf(boards.get(spot.session), spot, { words: item.text, isGuest, milestones })
    const places = before.map((origin): TrailPlace => {
      if (origin.type === 'item') return tell(origin)
      const contact = readContact(workspace, origin)
      if (!contact) return NOTHING
      const { kind, at, text } = contact
      return { type: 'contact', kind, at, ...(!isGuest && text !== item.text && { text }) }
    })
    if (places.length > 0) origins.set(item.id, untilGone(places).toReversed())
    const reached = after.map(tell).filter(({ type }) => type !== 'gone')
    if (reached.length > 0) later.set(item.id, reached.slice(0, MOST_PLACES))
  }
  return {
    origins,
    later,
    fates: listFates(session, fateOf, (id) => titles.get(id), isGuest),
    refuted: listLaterRefuted(session, others, isGuest),
  }
}

/** As `gatherTrails`, from the store. Undefined where the session belongs to no workspace. */
export const openTrails =
  (past: Past, peek: (id: NonNullable<Session['workspace']>) => Promise<Workspace | undefined>) =>
  async (reader: TrailReader): Promise<Trails | undefined> => {
    const { workspace } = reader.session
    if (workspace === undefined) return undefined
    return gatherTrails(reader, {
      sessions: await past.valuesOf(workspace),
      read: (id) => past.session(workspace, id),
      workspace: await peek(workspace),
    })
  }
