import type { SeatId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import type { Verdict } from '../gate.ts'
import type { Chance } from './chance.ts'
import { type Replica, connect, createReplica, disconnect, perform, receive, reload } from './replica.ts'
import { type Room, deliver } from './room.ts'

/** People around a room, each with several replicas, and what each of them may call their own. */
export interface People {
  readonly room: Room
  readonly chance: Chance
  readonly replicas: Replica[]
  /** Records that a person made or that were published for them, by seat. */
  readonly own: Map<SeatId, Set<string>>
  /** Called with every verdict about an update or step 2. */
  readonly onVerdict: (verdict: Verdict, kind: 'update' | 'step2') => void
  /** Called before the server takes what a seat wrote. What it returns is called when the server has. */
  readonly onDelivery: (seat: SeatId) => (() => void) | undefined
}

/** Carries one message to where it goes. Returns whether there was one. */
export const carry = (people: People, replica: Replica): boolean => {
  const upward = replica.up.length > 0 && (replica.down.length === 0 || people.chance.happens(0.5))
  if (upward) take(people, replica)
  else if (replica.down.length > 0) receive(replica)
  else return false
  return true
}

/** The server takes the next message of a replica. Returns its verdict on one that writes. */
const take = (people: People, replica: Replica): Verdict | undefined => {
  const message = replica.up.shift()
  if (!message) return undefined
  const { room } = people
  if (message.type === 'step1') {
    replica.down.push({ type: 'step2', bytes: Y.encodeStateAsUpdate(room.doc, message.vector) })
    return undefined
  }
  if (message.type === 'step2') replica.awaited = false
  const look = people.onDelivery(replica.seat)
  const { verdict, emitted } = deliver(room, replica.seat, message.bytes, message.type)
  look?.()
  people.onVerdict(verdict, message.type)
  if (verdict.type === 'gap' && message.type === 'update' && !replica.awaited) {
    replica.awaited = true
    replica.down.push({ type: 'step1', vector: Y.encodeStateVector(room.doc) })
  }
  if (emitted) spread(people, emitted, replica)
  return verdict
}

/** Has the server take everything that a replica has to say, over a new socket where it has none. */
export const deliverAll = (people: People, replica: Replica): readonly Verdict[] => {
  if (!replica.open) connect(replica, people.room.doc)
  while (replica.awaited && !replica.up.some(({ type }) => type === 'step2') && replica.down.length > 0)
    receive(replica)
  const verdicts: Verdict[] = []
  while (replica.up.length > 0) {
    const verdict = take(people, replica)
    if (verdict) verdicts.push(verdict)
  }
  return verdicts
}

/** Brings a replica and the server to the same: neither has anything that the other lacks. */
export const bringTogether = (people: People, replica: Replica): void => {
  do {
    deliverAll(people, replica)
    while (replica.down.length > 0) receive(replica)
  } while (replica.up.length > 0)
}

/** Sends what the server stored to everyone else. */
export const spread = ({ replicas }: People, bytes: Uint8Array, from?: Replica): void => {
  for (const other of replicas) if (other !== from && other.open) other.down.push({ type: 'update', bytes })
}

/** Brings everyone together: all online, nothing under way. */
export const gather = (people: People): void => {
  for (const replica of people.replicas) if (!replica.open) connect(replica, people.room.doc)
  while (people.replicas.some((replica) => carry(people, replica))) {
    // Until nothing moves.
  }
}

/** One thing that happens to a replica's socket or storage, as it does to people on trains. */
export const disturb = (people: People, replica: Replica): void => {
  const { chance, room } = people
  const gc = chance.happens(0.8)
  switch (chance.below(6)) {
    case 0:
      // The tab is closed and opened again, cache and all.
      disconnect(replica)
      reload(replica, chance.client(), Y.encodeStateAsUpdate(replica.doc), gc)
      break
    case 1: {
      // The cache is read only after the socket opened, so that it goes out as one update.
      const cache = Y.encodeStateAsUpdate(replica.doc)
      disconnect(replica)
      reload(replica, chance.client(), undefined, gc)
      connect(replica, room.doc)
      perform(replica, () => Y.applyUpdate(replica.doc, cache))
      break
    }
    case 2:
      // Back without anything; what was unsent is lost.
      disconnect(replica)
      reload(replica, chance.client(), undefined, gc)
      break
    case 3: {
      // A tab is cloned, unsent work included.
      const clone = createReplica(replica.seat, chance.client(), gc)
      Y.applyUpdate(clone.doc, Y.encodeStateAsUpdate(replica.doc))
      const victims = people.replicas.filter(({ seat }) => seat === replica.seat)
      const victim = victims.length > 2 ? chance.pick(victims) : undefined
      if (victim) {
        disconnect(victim)
        people.replicas.splice(people.replicas.indexOf(victim), 1)
      }
      people.replicas.push(clone)
      break
    }
    default:
      if (replica.open) disconnect(replica)
      else connect(replica, room.doc)
  }
}
