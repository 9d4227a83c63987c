import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { clientsOf, openClientIds } from './client-ids.ts'
import { seat } from './testing/test-room.ts'

const ONE = seat('one')
const TWO = seat('two')

test("R21 the server's client id is its own before it wrote with it, and is never somebody else's", () => {
  const ids = openClientIds([{ client: 5, owner: ONE }], 0)
  expect(ids.server).not.toBe(5)
  expect(ids.ownerOf(ids.server)).toBe('server')
  ids.retire(ONE, [ids.server])
  expect(ids.ownerOf(ids.server)).toBe('server')
  expect(ids.claimServer()).toEqual([{ client: ids.server, owner: 'server' }])
  expect(ids.claimServer()).toEqual([])
})

test('R11 a seat loses its own ids and those of nobody, never those of another seat', () => {
  const ids = openClientIds(
    [
      { client: 5, owner: ONE },
      { client: 6, owner: TWO },
    ],
    0,
  )
  ids.retire(ONE, [5, 6, 7])
  expect(ids.ownerOf(6)).toBe(TWO)
  for (const client of [5, 7]) expect([ONE, TWO, undefined]).not.toContain(ids.ownerOf(client))
})

test('R11 ids that somebody makes up do not fill the memory', () => {
  const ids = openClientIds([], 0)
  ids.retire(
    ONE,
    Array.from({ length: 50_000 }, (_, client) => client),
  )
  expect(ids.ownerOf(0)).toBeUndefined()
  expect(ids.ownerOf(49_999)).toBeDefined()
})

test('R11 the client ids of an update are those that bring content', () => {
  const docs = [new Y.Doc(), new Y.Doc()]
  for (const doc of docs) doc.getText('t').insert(0, 'x')
  const [one, two] = docs.map((doc) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array]
  expect([...clientsOf(one)]).toEqual([docs[0]?.clientID])
  expect(new Set(clientsOf(Y.mergeUpdates([one, two])))).toEqual(new Set(docs.map(({ clientID }) => clientID)))
  expect([...clientsOf(Uint8Array.of(0, 0))]).toEqual([])
  expect([...clientsOf(Uint8Array.of(9))]).toEqual([])
})
