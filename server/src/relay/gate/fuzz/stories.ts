import type { SeatId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { type Scene, act, addItem, mine, recordsOf, typeInto, undo } from './acts.ts'
import { type People, bringTogether, deliverAll, gather, spread } from './people.ts'
import { type Replica, disconnect, perform } from './replica.ts'
import { write } from './room.ts'
import { CLOSED, HIDDEN, type Rules, SHOWN } from './rules.ts'

/** So many changes and more, made without a connection, come back as one message. */
const LONG_OFFLINE = 50

/** What a story is told about: the people, one of their replicas, and what its person may do. */
export interface Setting {
  readonly people: People
  readonly replica: Replica
  readonly rules: Rules
  readonly sceneOf: (replica: Replica, rules: Rules) => Scene
  /** What the rights that are in force from now on refuse, while those of before are honoured. */
  readonly isLate: () => boolean
}

/** Makes something happen that chance alone brings about too rarely. Returns how often it came to an end. */
type Story = (setting: Setting) => number

const wasAdmitted = (people: People, replica: Replica): boolean =>
  deliverAll(people, replica).some(({ type }) => type === 'admit')

const takeBack: Story = ({ people, replica, rules, sceneOf }) => {
  const scene = sceneOf(replica, rules)
  for (let tries = 0; tries < 20 && scene.intentions.length === 0; tries++) perform(replica, () => act(scene))
  bringTogether(people, replica)
  let done = 0
  while (scene.intentions.length > 0 && done < 3) {
    const written = perform(replica, () => void undo(scene))
    if (written.length > 0 && wasAdmitted(people, replica)) done++
  }
  return done
}

/** Two people type in one text, and neither has seen what the other typed. */
const typeTogether: Story = ({ people, replica, rules, sceneOf }) => {
  const { chance, replicas } = people
  const others = replicas.filter(({ seat }) => seat !== replica.seat)
  if (others.length === 0) return 0
  const other = chance.pick(others)
  for (const one of [replica, other, replica]) bringTogether(people, one)
  const texts = ({ doc }: Replica): Map<string, Y.Text> => {
    const titles = rules.group ? recordsOf(doc, 'clusters') : []
    const items = rules.text === 'all' ? mine(sceneOf(replica, rules), 'all').map(([id]) => id) : []
    const all = [...titles, ...recordsOf(doc, 'items').filter(([id]) => items.includes(id))]
    return new Map(
      all.flatMap(([id, fields]) => {
        const text = fields.get('title') ?? fields.get('text')
        return text instanceof Y.Text ? [[id, text]] : []
      }),
    )
  }
  const [left, right] = [texts(replica), texts(other)]
  const shared = [...left.keys()].filter((id) => right.has(id))
  if (shared.length === 0) return 0
  const id = chance.pick(shared)
  for (const [one, text] of [
    [replica, left.get(id)],
    [other, right.get(id)],
  ] as const) {
    perform(one, () => text && typeInto(text, chance))
  }
  return [replica, other].every((one) => wasAdmitted(people, one)) ? 1 : 0
}

/** Long work on a train, that comes back as the step 2 of a reconnection or as one merged update. */
const workOffline: Story = ({ people, replica, rules, sceneOf }) => {
  const { chance } = people
  bringTogether(people, replica)
  disconnect(replica)
  const scene = sceneOf(replica, rules)
  const written: Uint8Array[] = []
  for (let tries = 0; tries < 500 && written.length < LONG_OFFLINE; tries++) {
    written.push(...perform(replica, () => act(scene)))
  }
  if (written.length < LONG_OFFLINE) return 0
  if (chance.happens(0.5)) return wasAdmitted(people, replica) ? 1 : 0
  replica.open = true
  replica.up.push({ type: 'update', bytes: Y.mergeUpdates(written) })
  const isDone = wasAdmitted(people, replica)
  disconnect(replica)
  return isDone ? 1 : 0
}

/** Somebody writes into a note that was removed a moment ago, before they could know. */
const writeIntoRemoved: Story = ({ people, replica, rules, sceneOf }) => {
  const { chance, room } = people
  bringTogether(people, replica)
  const scene = sceneOf(replica, rules)
  const right = scene.isDraft || rules.text !== 'none' ? 'text' : 'place'
  const items = mine(scene, scene.isDraft ? 'all' : rules[right])
  if (items.length === 0) return 0
  const [id, fields] = chance.pick(items)
  const removed = write(room, () => room.doc.get('items', Y.Map).delete(id))
  perform(replica, () => {
    const text = fields.get('text')
    if (right === 'text' && text instanceof Y.Text) typeInto(text, chance)
    else fields.set('at', [chance.below(3200), chance.below(2000)])
  })
  spread(people, removed)
  return wasAdmitted(people, replica) ? 1 : 0
}

const removeAndBringBack: Story = ({ people, replica, rules, sceneOf }) => {
  const scene = sceneOf(replica, rules)
  if (!scene.isDraft && (rules.remove === 'none' || !rules.create)) return 0
  bringTogether(people, replica)
  const items = mine(scene, scene.isDraft ? 'all' : rules.remove)
  if (items.length === 0) return 0
  const [id] = people.chance.pick(items)
  perform(replica, () => replica.doc.get('items', Y.Map).delete(id))
  if (!wasAdmitted(people, replica)) return 0
  perform(replica, () => addItem(replica.doc, id, people.chance))
  return wasAdmitted(people, replica) ? 1 : 0
}

/** A phase ends while people write, who hear of it a moment later; then the next one begins. */
const writeAsPhaseEnds: Story = ({ people, rules, sceneOf, isLate }) => {
  const { room, chance, replicas } = people
  if (room.document.kind !== 'board') return 0
  gather(people)
  room.former = rules
  room.rules = chance.pick<Rules>([CLOSED, HIDDEN, SHOWN])
  let done = 0
  for (let left = 10; left > 0; left--) {
    const replica = chance.pick(replicas)
    perform(replica, () => act(sceneOf(replica, rules)))
    if (wasAdmitted(people, replica) && isLate()) done++
  }
  gather(people)
  room.former = undefined
  room.rules = rules
  return done
}

/** What is to happen often in a long run, by name. */
export const STORIES = {
  undo: takeBack,
  'two authors in one text': typeTogether,
  'merge of 50 or more offline updates': workOffline,
  'write into a removed note': writeIntoRemoved,
  'removed and brought back': removeAndBringBack,
  'write within grace': writeAsPhaseEnds,
} as const satisfies Readonly<Record<string, Story>>

export type StoryName = keyof typeof STORIES

export const STORY_NAMES = Object.keys(STORIES) as readonly StoryName[]

/** Whose records are whose, as each person remembers it. */
export const ownOf = (own: Map<SeatId, Set<string>>, seat: SeatId): Set<string> => {
  const known = own.get(seat) ?? new Set()
  own.set(seat, known)
  return known
}
