import { type SeatId, asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { isSettled } from '../yjs-internals.ts'
import { type Chance, createChance } from './chance.ts'
import { type Forger, type Forgery, forgeBlunt, forgeSharp } from './forger.ts'
import { sorted } from './honest.ts'
import { act, addItem } from './acts.ts'
import { findForbidden, readContents } from './oracle.ts'
import { findMisreading } from './reading.ts'
import { type Room, deliver, openRoom, write } from './room.ts'
import { CLOSED, HIDDEN, OPEN, type Rules, SHOWN } from './rules.ts'

/** What a run of forgeries came to. `biting` counts those refused that would have done harm. `failures` must be empty. */
export interface ForgedReport {
  admitted: number
  known: number
  gaps: number
  refused: number
  biting: number
  /** How often each reason was given. */
  readonly reasons: Map<string, number>
  /** What became of the forgeries of each kind; one may be of several. */
  readonly kinds: Map<string, KindCount>
  readonly failures: string[]
}

/** `harmless` ones did, as the oracle read it, nothing that their sender had no right to. */
interface KindCount {
  sent: number
  refused: number
  biting: number
  harmless: number
}

const ANNA = asId<'seat'>('seat-anna-000000')
const BALA = asId<'seat'>('seat-bala-000000')
const MALLORY = asId<'seat'>('seat-mall-000000')

/**
 * Sends forged and tampered updates of one seat to rooms where people have worked, under changing rights.
 *
 * Of each that is admitted, the readings before and after must differ by nothing that the seat had no right to, and a
 * peer, a peer without garbage collection and a reload must read the same. Of each that is not, the document must be
 * what it was. One in `sample` of those is let through in a copy, to see whether it would have done harm.
 */
export const runForged = ({
  updates,
  seed,
  sample = 4,
}: {
  updates: number
  seed: number
  sample?: number
}): ForgedReport => {
  const report: ForgedReport = {
    admitted: 0,
    known: 0,
    gaps: 0,
    refused: 0,
    biting: 0,
    reasons: new Map(),
    kinds: new Map(),
    failures: [],
  }
  for (let round = 0, done = 0; done < updates; round++, done += PER_ROOM) {
    attackRoom(report, seed + round, Math.min(PER_ROOM, updates - done), sample)
  }
  return report
}

const PER_ROOM = 100

interface Scene {
  readonly chance: Chance
  readonly room: Room
  readonly overheard: Uint8Array[]
  readonly peers: readonly Y.Doc[]
  /** An honest person who is offline with work that was not sent. */
  readonly victim: Y.Doc
  readonly unsent: Uint8Array[]
  readonly forger: Forger
}

const attackRoom = (report: ForgedReport, seed: number, updates: number, sample: number): void => {
  const scene = setScene(seed)
  const { room, chance } = scene
  room.rules = chance.pick<Rules>([OPEN, SHOWN, SHOWN, HIDDEN, CLOSED])
  for (let count = 0; count < updates; count++) {
    const forgery = chance.happens(0.2) ? forgeBlunt(scene.forger) : forgeSharp(room.doc, scene.forger)
    const fault = attack(report, scene, forgery, chance.below(sample) === 0)
    if (fault) report.failures.push(`seed ${seed}, update ${count}: ${fault}`)
  }
  room.rules = OPEN
  const fault = rescue(scene)
  if (fault) report.failures.push(`seed ${seed}, afterwards: ${fault}`)
}

/** A board on which three people worked and the server published, and what was overheard of it. */
const setScene = (seed: number): Scene => {
  const chance = createChance(seed)
  const room = openRoom({ kind: 'board' }, OPEN, chance.client())
  const overheard: Uint8Array[] = []
  const people = [ANNA, BALA, MALLORY].map((seat) => ({ seat, doc: docOf(chance.client()), own: new Set<string>() }))
  for (const { seat, doc } of people) {
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === 'room') return
      overheard.push(bytes)
      const { emitted } = deliver(room, seat, bytes, 'update')
      for (const other of people) if (emitted && other.doc !== doc) Y.applyUpdate(other.doc, emitted, 'room')
    })
  }
  for (let count = 0; count < 3; count++) {
    const id = chance.id()
    room.owners.set(`items ${id}`, chance.pick([ANNA, BALA, MALLORY]))
    const emitted = write(room, () => addItem(room.doc, id, chance))
    for (const { doc } of people) Y.applyUpdate(doc, emitted, 'room')
  }
  for (let count = 0; count < 60; count++) {
    const { seat, doc, own } = chance.pick(people)
    act({ doc, seat, rules: OPEN, chance, own, isDraft: false, intentions: [] })
  }
  const victim = new Y.Doc()
  Y.applyUpdate(victim, Y.encodeStateAsUpdate(room.doc))
  // Set afterwards: Yjs takes another id when it receives what was made under its own.
  victim.clientID = people[0]?.doc.clientID ?? 0
  const unsent: Uint8Array[] = []
  victim.on('update', (bytes: Uint8Array) => unsent.push(bytes))
  const own = new Set<string>()
  for (let count = 0; count < 5; count++)
    act({ doc: victim, seat: ANNA, rules: OPEN, chance, own, isDraft: false, intentions: [] })
  const peers = [new Y.Doc(), new Y.Doc({ gc: false })]
  for (const update of room.log) for (const peer of peers) Y.applyUpdate(peer, update)
  const others = people.slice(0, 2).map(({ doc }) => doc.clientID)
  const forger: Forger = {
    chance,
    own: people[2]?.doc.clientID ?? 0,
    fresh: chance.client(),
    others: [...others, room.doc.clientID, chance.client()],
    overheard: [...overheard, ...unsent],
  }
  return { chance, room, overheard, peers, victim, unsent, forger }
}

const docOf = (client: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

const readJson = (doc: Y.Doc): string => JSON.stringify(sorted(readContents(doc)))

/** Sends one forgery. Returns what went wrong, if anything did. */
const attack = (
  report: ForgedReport,
  { room, peers, chance }: Scene,
  { bytes, kinds }: Forgery,
  probe: boolean,
): string | undefined => {
  const count = (what: keyof KindCount): void => {
    for (const name of kinds) {
      const kind = report.kinds.get(name) ?? { sent: 0, refused: 0, biting: 0, harmless: 0 }
      report.kinds.set(name, kind)
      kind[what]++
    }
  }
  count('sent')
  const before = readContents(room.doc)
  const owners = new Map(room.owners)
  const clients = new Map(room.clientOwners)
  const state = Y.encodeStateAsUpdate(room.doc)
  const kind = chance.happens(0.5) ? 'update' : 'step2'
  try {
    const misreading = findMisreading(bytes)
    if (misreading) return misreading
    const { verdict, emitted } = deliver(room, MALLORY, bytes, kind)
    if (verdict.type !== 'admit') {
      if (verdict.type === 'refuse') {
        report.refused++
        count('refused')
        report.reasons.set(verdict.reason, (report.reasons.get(verdict.reason) ?? 0) + 1)
      } else if (verdict.type === 'gap') report.gaps++
      else report.known++
      if (!isSame(state, Y.encodeStateAsUpdate(room.doc))) return `changed the document though ${verdict.type}`
      if (probe && verdict.type === 'refuse' && wouldHarm(room, owners, clients, state, bytes)) {
        report.biting++
        count('biting')
      }
      return undefined
    }
    report.admitted++
    if (emitted) for (const peer of peers) Y.applyUpdate(peer, emitted)
    const forbidden = findForbidden(room, owners, MALLORY, before, readContents(room.doc))
    if (forbidden.length > 0) return `did ${forbidden.join(', ')}`
    count('harmless')
    return findStranger(room, clients, state) ?? findDifference(room, peers) ?? findAlien(room.doc)
  } catch (fault) {
    return `threw ${String(fault)}`
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

/** A client id that wrote though it was somebody else's. */
const findStranger = (
  room: Room,
  clients: ReadonlyMap<number, SeatId | 'server'>,
  state: Uint8Array,
): string | undefined => {
  const former = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(room.doc))) {
    const owner = clients.get(client)
    if (clock !== (former.get(client) ?? 0) && owner !== undefined && owner !== MALLORY) return 'wrote as somebody else'
  }
  return undefined
}

const findDifference = (room: Room, peers: readonly Y.Doc[]): string | undefined => {
  const truth = readJson(room.doc)
  const reloaded = new Y.Doc()
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(room.doc))
  const names = ['a peer', 'a peer that keeps everything', 'a reload']
  const differing = [...peers, reloaded].findIndex((doc) => readJson(doc) !== truth || !isSettled(doc))
  return differing < 0 ? undefined : `${names[differing]} reads differently`
}

/** Something that no reading shows: a list in a map, or an attribute of a text. */
const findAlien = (doc: Y.Doc): string | undefined => {
  for (const root of doc.share.values()) {
    if (root._start) return 'a list in a collection'
    for (const { content, deleted } of root._map.values()) {
      if (deleted) continue
      const record = content instanceof Y.ContentType ? content.type : undefined
      if (!record || record._start) return 'a list in a record'
      for (const field of record._map.values()) {
        if (!field.deleted && field.content instanceof Y.ContentType && field.content.type._map.size > 0)
          return 'an attribute'
      }
    }
  }
  return undefined
}

/** Whether bytes would do harm to a document without a gate: something forbidden, a fault, or a change that nobody hears of. */
const wouldHarm = (
  room: Room,
  owners: ReadonlyMap<string, SeatId>,
  clients: ReadonlyMap<number, SeatId | 'server'>,
  state: Uint8Array,
  bytes: Uint8Array,
): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  const before = readContents(copy)
  let heard = false
  copy.on('update', () => {
    heard = true
  })
  try {
    Y.applyUpdate(copy, bytes)
    const after = readContents(copy)
    if (!isSettled(copy)) return true
    if (!heard && JSON.stringify(before) !== JSON.stringify(after)) return true
    if (findStranger({ ...room, doc: copy }, clients, state)) return true
    return findForbidden(room, owners, MALLORY, before, after).length > 0
  } catch {
    return true
  }
}

/** The victim comes back: the work must arrive whole, and everyone must read the same. */
const rescue = ({ room, victim, unsent, peers }: Scene): string | undefined => {
  try {
    for (const bytes of unsent) {
      const { verdict, emitted } = deliver(room, ANNA, bytes, 'update')
      if (verdict.type === 'refuse' || verdict.type === 'gap') return `the victim met ${JSON.stringify(verdict)}`
      if (emitted) for (const peer of peers) Y.applyUpdate(peer, emitted)
    }
    Y.applyUpdate(victim, Y.encodeStateAsUpdate(room.doc))
    return (
      findDifference(room, [...peers, victim].slice(0, 2)) ??
      (readJson(victim) === readJson(room.doc) ? undefined : 'the victim reads differently')
    )
  } catch (fault) {
    return `threw ${String(fault)}`
  }
}
