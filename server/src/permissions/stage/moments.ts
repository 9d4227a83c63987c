import { openBoard, openDraft } from '@roundel/shared/board'
import { type ItemId, type SessionId, asId } from '@roundel/shared/kernel'
import type { Session } from '@roundel/shared/session'
import * as Y from 'yjs'
import type { MemoryDisk } from '../../storage/memory-disk.ts'
import { type Person, newId, order, sitDown } from '../../testing/program.ts'
import { openPolled } from '../../testing/polling.ts'
import type { RunningServer } from '../../testing/running-server.ts'
import { until } from '../../testing/sockets.ts'
import { type Cast, WRITERS, seatCast } from './cast.ts'
import { type StoredEntry, compactEntry, copyEntry } from './disk.ts'

export const STEPS = {
  shown: 'step-shown-00000',
  hidden: 'step-hidden-0000',
  sort: 'step-sort-000000',
  talk: 'step-talk-000000',
  round: 'step-round-00000',
  break: 'step-break-00000',
  next: 'step-next-000000',
  last: 'step-last-000000',
} as const

const HIDDEN = {
  id: STEPS.hidden,
  kind: 'brainstorm',
  names: 'hidden',
  settings: { frame: 1, warmup: 1, write: 6, build: 4, group: 5 },
}

const SHOWN = {
  id: STEPS.shown,
  kind: 'brainstorm',
  names: 'shown',
  settings: { variant: 'free', write: 3, build: 3, group: 2 },
}

const REST = [
  { id: STEPS.sort, kind: 'group', settings: { steps: [STEPS.hidden] } },
  { id: STEPS.talk, kind: 'talk' },
  { id: STEPS.round, kind: 'talk', settings: { round: true } },
  { id: STEPS.break, kind: 'break' },
  { id: STEPS.next, kind: 'break' },
  { id: STEPS.last, kind: 'break' },
]

/** A session as it is stored at one moment, and who is in it. */
export interface Moment {
  readonly id: SessionId
  readonly entry: StoredEntry
  readonly cast: Cast
  /** Server time, milliseconds. */
  readonly at: number
}

/** Longer than rights are honoured that were replaced, shorter than a move can be taken back. */
const LONGER_THAN_GRACE_MS = 3_000
const UNLED_MS = 121_000
/** With these there are more than 20. */
const CROWD = 16

const writeCluster = (doc: Y.Doc): void =>
  openBoard(doc).clusters.add({ id: asId(newId()), step: asId(STEPS.shown), title: 'A cluster' })

/** Plays a session through once, and keeps it as it was at each moment. */
export const playMoments = async (server: RunningServer, disk: MemoryDisk): Promise<ReadonlyMap<string, Moment>> => {
  const moments = new Map<string, Moment>()

  const sessionOf = (id: string): Session => JSON.parse(disk.get(asId(id))?.json ?? '{}') as Session

  const letGraceEnd = async (id: string): Promise<void> => {
    server.chance.jump(LONGER_THAN_GRACE_MS)
    await until(() => sessionOf(id).grace === undefined)
  }

  const keep = (name: string, cast: Cast, id: string): void => {
    const entry = disk.get(asId(id)) as StoredEntry
    moments.set(name, {
      id: asId(id),
      cast,
      at: server.chance.now(),
      entry: compactEntry(copyEntry(entry, id, asId(id), entry.code)),
    })
  }

  /** Who takes part says what is said at every moment, so that it can be taken back. */
  const signal = async (cast: Cast): Promise<void> => {
    for (const name of WRITERS) await order(cast[name] as Person, { type: 'mark', mark: 'need-time' })
    await order(cast['neighbour'] as Person, { type: 'mark', mark: 'hand' })
  }

  const keepLive = async (name: string, cast: Cast, id: string): Promise<void> => {
    await signal(cast)
    await letGraceEnd(id)
    keep(name, cast, id)
  }

  /** The same people at a copy of a kept moment, which goes another way. */
  const fork = (name: string, copy: string, code: string): Cast => {
    const { id, entry, cast } = moments.get(name) as Moment
    disk.set(asId(copy), copyEntry(entry, id, asId(copy), code))
    return Object.fromEntries(Object.entries(cast).map(([who, person]) => [who, { ...person, session: copy }]))
  }

  const body = { title: 'A session', plannedAt: server.chance.now() + 86_400_000, plannedMinutes: 3 }
  const early = await seatCast(server, { ...body, agenda: [{ ...HIDDEN, early: true }, ...REST] })
  await letGraceEnd(early.facilitator.session)
  keep('early', early, early.facilitator.session)

  const cast = await seatCast(server, { ...body, agenda: [SHOWN, HIDDEN, ...REST] })
  const { facilitator } = cast
  const { session: id } = facilitator
  const chosen = cast['chosen'] as Person
  await letGraceEnd(id)
  keep('lobby', cast, id)

  await order(facilitator, { type: 'start' })
  for (const name of [...WRITERS, 'neighbour'])
    await order(cast[name] as Person, { type: 'add-item', kind: 'idea', text: `shown ${name}` })
  const spare = async (text: string): Promise<ItemId> =>
    asId((await order(facilitator, { type: 'add-item', kind: 'idea', text })).item ?? '')
  const merged = await spare('spare merged')
  await order(facilitator, { type: 'merge', item: merged, into: await spare('spare standing') })
  await order(facilitator, { type: 'hide', item: await spare('spare hidden') })
  await keepLive('open', cast, id)
  await order(facilitator, { type: 'lock', locked: true })
  await letGraceEnd(id)
  keep('shut', cast, id)
  await order(facilitator, { type: 'lock', locked: false })

  const advance = () => order(facilitator, { type: 'advance' })
  await advance()
  const board = openPolled(server, facilitator, 'board')
  await board.exchange()
  writeCluster(board.doc)
  await board.exchange()
  await keepLive('join', cast, id)
  for (const name of ['frame', 'warmup']) {
    await advance()
    await keepLive(name, cast, id)
  }
  await advance()
  for (const name of [...WRITERS, 'neighbour']) {
    const person = cast[name] as Person
    const draft = openPolled(server, person, `draft.${person.seat}`)
    await draft.exchange()
    for (const [text, state] of [
      [`hidden ${name}`, 'ready'],
      [`left over ${name}`, 'composing'],
    ] as const)
      openDraft(draft.doc).items.add({
        id: asId(newId()),
        kind: 'idea',
        step: asId(STEPS.hidden),
        text,
        lang: 'en',
        state,
      })
    await draft.exchange()
  }
  await keepLive('write', cast, id)
  await order(facilitator, { type: 'arm' })
  keep('armed', cast, id)
  await advance()
  await keepLive('build', cast, id)
  await order(facilitator, { type: 'lock', locked: true })
  await letGraceEnd(id)
  keep('locked', cast, id)
  await order(facilitator, { type: 'lock', locked: false })
  await advance()
  await keepLive('group', cast, id)
  await advance()
  await keepLive('sort', cast, id)
  await advance()
  await order(facilitator, { type: 'set-setting', participantsExport: true })
  await order(facilitator, { type: 'pause' })
  await keepLive('talk', cast, id)
  await advance()
  const speaker = () => {
    const { position } = sessionOf(id)
    return position.state === 'live' ? position.round?.waiting[0] : undefined
  }
  while (speaker() !== chosen.seat) await order(facilitator, { type: 'skip-speaker', seat: speaker() })
  await keepLive('round', cast, id)
  await advance()
  await keepLive('break', cast, id)
  await order(facilitator, { type: 'end' })
  await letGraceEnd(id)
  keep('ended', cast, id)

  const crowd = fork('build', 'session-crowd-00', 'CRWD-CRWD')
  const leader = crowd['facilitator'] as Person
  const others = await Promise.all(
    Array.from({ length: CROWD }, (_, nth) =>
      sitDown({ ...facilitator, ...leader, code: 'CRWD-CRWD' }, `Guest ${nth}`),
    ),
  )
  await order(leader, { type: 'admit-all', seats: others.map(({ seat }) => seat) })
  await order(leader, { type: 'advance' })
  await order(leader, { type: 'name-some', seats: [chosen.seat] })
  await keepLive('crowd', crowd, leader.session)

  const kept = fork('write', 'session-kept-000', 'KEPT-KEPT')
  const keeper = kept['chosen'] as Person
  await openPolled(server, keeper, 'board').exchange()
  server.chance.jump(UNLED_MS)
  await until(() => sessionOf(keeper.session).keeping !== undefined)
  await order(keeper, { type: 'take-clock' })
  await keepLive('kept', kept, keeper.session)
  return moments
}
