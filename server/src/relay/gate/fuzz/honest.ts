import type { DocumentAddress } from '@roundel/shared/board'
import { type SeatId, asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { type Scene, act, addItem } from './acts.ts'
import { createChance } from './chance.ts'
import { findForbidden, readContents } from './oracle.ts'
import { type People, carry, disturb, gather, spread } from './people.ts'
import { type Replica, createReplica, perform } from './replica.ts'
import { openRoom, readAll, restart, write } from './room.ts'
import { HIDDEN, OPEN, type Rules, SHOWN, askRules, collectionsOf } from './rules.ts'
import { STORIES, STORY_NAMES, type StoryName, ownOf } from './stories.ts'

/** What a run of honest traffic came to. `refused`, `gappedStep2`, `forbidden` and `diverged` must be 0. */
export interface HonestReport {
  admitted: number
  known: number
  gaps: number
  refused: number
  gappedStep2: number
  /** Of those that the oracle looked at, admitted ones that did something without a right to it. */
  forbidden: number
  diverged: number
  /** How often rights were asked, by operation and field, and what happened besides, by its name. */
  readonly touches: Map<string, number>
  readonly stories: Record<StoryName, number>
  /** Why, and the seed of the room in which it happened first. */
  first?: string
}

const ANNA = asId<'seat'>('seat-anna-000000')
const SEATS: readonly SeatId[] = [ANNA, asId('seat-bala-000000'), asId('seat-cora-000000')]

const KINDS: readonly { readonly document: DocumentAddress; readonly rules: Rules }[] = [
  { document: { kind: 'board' }, rules: OPEN },
  { document: { kind: 'board' }, rules: SHOWN },
  { document: { kind: 'board' }, rules: HIDDEN },
  { document: { kind: 'draft', seat: ANNA }, rules: OPEN },
]

/**
 * Lets people work until that many updates and answers were judged. Nothing that they do is against their rights, so
 * nothing may be refused; in the end everyone, and a server that starts again, must read the same.
 */
export const runHonest = ({
  updates,
  seed,
  perRoom = 500,
}: {
  updates: number
  seed: number
  perRoom?: number
}): HonestReport => {
  const report: HonestReport = {
    admitted: 0,
    known: 0,
    gaps: 0,
    refused: 0,
    gappedStep2: 0,
    forbidden: 0,
    diverged: 0,
    touches: new Map(),
    stories: Object.fromEntries(STORY_NAMES.map((name) => [name, 0])) as Record<StoryName, number>,
  }
  for (let round = 0, done = 0; done < updates; round++) {
    const kind = KINDS[round % KINDS.length] as (typeof KINDS)[number]
    done += runRoom(report, kind, seed + round, Math.min(perRoom, updates - done))
  }
  return report
}

/** How often a story is told, out of all that happens. */
const STORY_SHARE = 0.01
/** The oracle looks at one in so many. */
const ORACLE_SHARE = 4

const runRoom = (
  report: HonestReport,
  { document, rules }: (typeof KINDS)[number],
  seed: number,
  updates: number,
): number => {
  const { people, counted, isLate } = gatherPeople(report, document, rules, seed)
  const { chance, replicas, room, own } = people
  const sceneOf = (replica: Replica, rights: Rules): Scene => {
    const { doc, seat, intentions } = replica
    const isDraft = document.kind === 'draft'
    return { doc, seat, intentions, rules: rights, chance, own: ownOf(own, seat), isDraft }
  }
  while (counted() < updates) {
    const replica = chance.pick(replicas)
    const kind = chance.random()
    if (kind < 0.45) perform(replica, () => act(sceneOf(replica, rules)))
    else if (kind < 0.93) carry(people, replica)
    else if (kind < 0.955) disturb(people, replica)
    else if (kind < 0.958) restart(room, chance.client(), chance.happens(0.5))
    else if (kind < 0.965) publish(people)
    else if (kind < 0.965 + STORY_SHARE) {
      const story = chance.pick(STORY_NAMES)
      report.stories[story] += STORIES[story]({ people, replica, rules, sceneOf, isLate })
    } else carry(people, replica)
  }
  gather(people)
  compare(report, people, seed)
  return counted()
}

/** Three people with two replicas each around a new room, counted into a report. */
const gatherPeople = (report: HonestReport, document: DocumentAddress, rules: Rules, seed: number) => {
  const chance = createChance(seed)
  const room = openRoom(document, rules, chance.client())
  let count = 0
  let looks = 0
  let isLate = false
  room.onTouch = (seat, touch) => {
    const key = `${touch.op} ${touch.collection}${touch.field === undefined ? '' : `.${touch.field}`}`
    report.touches.set(key, (report.touches.get(key) ?? 0) + 1)
    if (room.former && !askRules(room.rules, seat, touch).ok) isLate = true
  }
  const people: People = {
    room,
    chance,
    replicas: [],
    own: new Map(),
    onDelivery: (seat) => {
      if (looks++ % ORACLE_SHARE !== 0) return undefined
      const before = readContents(room.doc)
      const owners = new Map(room.owners)
      return () => {
        const found = findForbidden(room, owners, seat, before, readContents(room.doc))
        if (found.length === 0) return
        report.forbidden++
        report.first ??= `${found.join(', ')}, seed ${seed}`
      }
    },
    onVerdict: (verdict, kind) => {
      count++
      if (verdict.type === 'admit') report.admitted++
      else if (verdict.type === 'nothing-new') report.known++
      else if (verdict.type === 'refuse') {
        report.refused++
        report.first ??= `${verdict.code} ${verdict.reason}, seed ${seed}`
      } else {
        report.gaps++
        if (kind === 'step2') {
          report.gappedStep2++
          report.first ??= `a gapped step 2, seed ${seed}`
        }
      }
    },
  }
  const seats = document.kind === 'draft' ? [document.seat] : SEATS
  for (const seat of seats) {
    // Someone has two devices, in a private document everyone has.
    const replicas = seats.length === 1 ? 4 : seat === ANNA ? 2 : 1
    for (let index = 0; index < replicas; index++) people.replicas.push(createReplica(seat, chance.client(), index > 0))
  }
  return {
    people,
    counted: () => count,
    isLate: () => {
      const was = isLate
      isLate = false
      return was
    },
  }
}

/** The server publishes an item for somebody. */
const publish = (people: People): void => {
  const { room, chance } = people
  if (room.doc.get('items', Y.Map).size > 30) return
  const seat = room.document.kind === 'draft' ? room.document.seat : chance.pick(SEATS)
  const id = chance.id()
  room.owners.set(`items ${id}`, seat)
  ownOf(people.own, seat).add(id)
  spread(
    people,
    write(room, () => addItem(room.doc, id, chance)),
  )
}

/** Everyone reads what the server reads, and so does a server that starts again from what it stored. */
const compare = (report: HonestReport, { room, replicas }: People, seed: number): void => {
  const collections = collectionsOf(room.document)
  const truth = JSON.stringify(sorted(readAll(room.doc, collections)))
  const docs = [...replicas.map(({ doc }: Replica) => doc), replay(room.log), replay([Y.encodeStateAsUpdate(room.doc)])]
  const different = docs.filter((doc) => JSON.stringify(sorted(readAll(doc, collections))) !== truth).length
  if (different === 0) return
  report.diverged += different
  report.first ??= `${different} replicas differ, seed ${seed}`
}

const replay = (log: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const update of log) Y.applyUpdate(doc, update)
  return doc
}

/** The same JSON with its keys in order: replicas learn of keys in different orders. */
export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
