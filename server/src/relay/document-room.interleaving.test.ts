import { openBoard } from '@roundel/shared/board'
import { asId, type ItemId } from '@roundel/shared/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judge } from './gate/judge.ts'
import { permissiveJudge } from './testing/permissive-judge.ts'
import { joinRoom, type TestPeer } from './testing/test-peer.ts'
import { openTestRoom, seat, settle, type TestRoom } from './testing/test-room.ts'

const ACTS = [
  'write',
  'write',
  'erase',
  'shared',
  'send',
  'send',
  'take',
  'take',
  'release',
  'pass',
  'leave',
  'server',
  'ask',
  'rest',
] as const

const step = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.nat(3),
  count: fc.nat(3),
})

const idOf = (name: string): ItemId => asId(name.padEnd(16, '-'))

/** Begins an item, or changes its text and its place in the order when it is there. */
const edit = (doc: Y.Doc, name: string, serial: number): void => {
  const { items } = openBoard(doc)
  const id = idOf(name)
  if (items.get(id)) {
    items.patch(id, { rank: `r${serial}` })
    items.rewrite(id, 'text', `${name} ${serial}`)
  } else {
    items.add({
      id,
      kind: 'idea',
      step: asId('step-00000000001'),
      text: name,
      lang: 'en',
      rank: '',
      state: 'published',
    })
  }
}

const itemsOf = (doc: Y.Doc): unknown => openBoard(doc).items.all()

/** What a restart would find, brought up to date each time it is asked for. */
const followDisk = (stage: TestRoom): (() => Y.Doc) => {
  const doc = new Y.Doc()
  let replayed = 0
  return () => {
    const { updates } = stage.stored()
    for (const update of updates.slice(replayed)) Y.applyUpdate(doc, update)
    replayed = updates.length
    return doc
  }
}

/** A person with one copy of the document, which stays when the socket goes. */
interface Person {
  readonly doc: Y.Doc
  peer: TestPeer | undefined
}

const expectSound = (person: Person, durable: Y.Doc): void => {
  expect(person.doc.store.pendingStructs).toBeNull()
  expect(person.doc.store.pendingDs).toBeNull()
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(person.doc))) {
    if (client !== person.doc.clientID) expect(clock).toBeLessThanOrEqual(Y.getState(durable.store, client))
  }
}

const finish = async (people: readonly Person[], stage: TestRoom): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet++) {
    for (const person of people) {
      person.peer ??= joinRoom(stage.room, seat(`s${people.indexOf(person)}`), person.doc, true)
      if (person.peer.waiting() > 0) quiet = 0
      person.peer.send()
    }
    await stage.release()
    stage.clock.advance(16)
    for (const { peer } of people) if (peer && peer.take().length > 0) quiet = 0
  }
}

test.each([
  ['the gate', judge],
  ['no gate to speak of', permissiveJudge],
])(
  'R3 in whatever order things happen, nobody misses a durable change or gets ahead of one, behind %s',
  async (_, behind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
        const stage = openTestRoom({ judge: behind })
        stage.hold()
        const disk = followDisk(stage)
        const people: Person[] = Array.from({ length: 4 }, () => ({ doc: new Y.Doc(), peer: undefined }))
        const serverWrites: Promise<void>[] = []
        let serial = 0
        for (const { act, who, count } of steps) {
          const person = people[who] as Person
          const joined = (): TestPeer => (person.peer ??= joinRoom(stage.room, seat(`s${who}`), person.doc, true))
          switch (act) {
            case 'write':
              edit(person.doc, `k${who}-${count}`, serial++)
              break
            case 'erase':
              openBoard(person.doc).items.remove(idOf(`k${who}-${count}`))
              break
            case 'send':
              joined().send(count + 1)
              break
            case 'take':
              joined().take(count + 1)
              expectSound(person, disk())
              break
            case 'release':
              await stage.release(count + 1)
              break
            case 'pass':
              stage.clock.advance(count * 8)
              break
            case 'leave':
              person.peer?.leave()
              person.peer = undefined
              break
            case 'shared':
              if (openBoard(person.doc).items.get(idOf(`k0-${count}`))) edit(person.doc, `k0-${count}`, serial++)
              break
            case 'server':
              serverWrites.push(stage.write((doc) => edit(doc, `server-${count}`, serial++)))
              break
            case 'ask':
              joined().ask()
              break
            case 'rest':
              stage.clock.advance(31_000)
              break
            default:
              throw new Error(act satisfies never)
          }
        }
        await finish(people, stage)
        await Promise.all(serverWrites)
        await finish(people, stage)
        expect(stage.closings).toEqual([])
        expect(stage.faults).toEqual([])
        const stored = disk()
        for (const person of people) {
          expectSound(person, disk())
          expect(Y.equalSnapshots(Y.snapshot(person.doc), Y.snapshot(stored))).toBe(true)
          expect(itemsOf(person.doc)).toEqual(itemsOf(stored))
          expect(person.peer?.durable()).toBe(person.peer?.written())
        }
        await stage.room.close()
      }),
      { numRuns: 80 },
    )
  },
  60_000,
)

test('R4 a reader that joins anywhere in a history gets what a restart would read', async () => {
  const stage = openTestRoom({ judge })
  const disk = followDisk(stage)
  const writer = joinRoom(stage.room, seat('writer'))
  const late: TestPeer[] = []
  for (let index = 0; index < 200; index++) {
    edit(writer.doc, `k${index % 40}`, index)
    if (index % 7 === 0) openBoard(writer.doc).items.remove(idOf(`k${index % 11}`))
    writer.take()
    writer.send()
    await settle()
    stage.clock.advance(16)
    if (index % 25 === 0) stage.clock.advance(31_000)
    const peer = joinRoom(stage.room, seat(`r${index}`), index % 3 === 0 ? copyOf(late.at(-1)) : new Y.Doc())
    peer.send()
    stage.clock.advance(16)
    peer.take()
    expect(peer.isSynced()).toBe(true)
    expect(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(disk()))).toBe(true)
    peer.leave()
    late.push(peer)
  }
})

const copyOf = (peer: TestPeer | undefined): Y.Doc => {
  const doc = new Y.Doc()
  if (peer) Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc))
  return doc
}
