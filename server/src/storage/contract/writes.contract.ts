import { describe, expect, test } from 'vitest'
import { asId } from '@roundel/shared/kernel'
import { Conflict, type Write } from '../store.ts'
import { ANN, BOB, OTHER, type OpenStore, SESSION, append, openBlank, openFilled, readTwice, value } from './sample.ts'

const BYTES = new Uint8Array([1, 2, 3])

const full = (version: number): Write => ({
  ...value(version),
  appends: [append(1, BYTES, 'board', [{ client: 5, owner: ANN }])],
  owners: [{ collection: 'items', record: 'item-1', owner: ANN }],
  command: { id: asId('command-00000001'), seat: ANN, at: 10, version, answer: {} },
  log: { seat: ANN, type: 'add-item', at: 10 },
  grants: [{ hash: 'hash', session: SESSION, seat: ANN, kind: 'cookie', createdAt: 1, expiresAt: 99 }],
})

/** Laws of writing: whole or not at all, in order, without gaps. */
export const describeWrites = (open: OpenStore): void => {
  describe('writes', () => {
    const failing: Readonly<Record<string, Partial<Write>>> = {
      version: { value: { version: 3, json: '{}', code: 'NEW' } },
      code: { value: { version: 2, json: '{}', code: 'TAKEN' } },
      sequence: { appends: [append(1, BYTES), append(3, BYTES)] },
      client: {
        appends: [
          append(1, BYTES, 'board', [{ client: 1, owner: ANN }]),
          append(2, BYTES, 'board', [{ client: 1, owner: BOB }]),
        ],
      },
      owner: { owners: [{ collection: 'items', record: 'taken', owner: ANN }] },
      command: { command: { id: asId('command-00000000'), seat: ANN, at: 1, version: 1, answer: {} } },
    }
    test.each(Object.entries(failing))('D1 a write whose %s does not fit stores nothing of itself', async (_, part) => {
      const { store } = await openFilled(open)
      await store.create({ ...value(1, 'TAKEN'), session: OTHER })
      await store.commit({
        session: SESSION,
        owners: [{ collection: 'items', record: 'taken', owner: BOB }],
        command: { id: asId('command-00000000'), seat: BOB, at: 1, version: 1, answer: {} },
      })
      const before = await store.session(SESSION)

      await expect(store.commit({ ...full(2), ...part })).rejects.toBeInstanceOf(Conflict)

      expect(await store.session(SESSION)).toEqual(before)
      expect(await store.document(SESSION, 'board')).toMatchObject({ seq: 0, updates: [], claims: [] })
      expect(await store.command(SESSION, asId('command-00000001'))).toBeUndefined()
      expect(await store.log(SESSION)).toEqual([])
      expect(await store.grant('hash', SESSION)).toBeUndefined()
      expect(await store.sessionByCode('CODE-1')).toBe(SESSION)
      await store.commit(full(2))
    })

    test('D1 a write is stored with all its parts', async () => {
      const opened = await openFilled(open)
      await opened.store.commit(full(2))
      for await (const reading of readTwice(opened)) {
        expect(await reading.session(SESSION)).toEqual({
          version: 2,
          json: value(2).value.json,
          owners: [{ collection: 'items', record: 'item-1', owner: ANN }],
          documents: ['board'],
        })
        expect(await reading.document(SESSION, 'board')).toEqual({
          seq: 1,
          epoch: 1,
          snapshot: undefined,
          updates: [BYTES],
          claims: [{ client: 5, owner: ANN }],
          damaged: false,
        })
        expect(await reading.command(SESSION, asId('command-00000001'))).toEqual(full(2).command)
        expect(await reading.log(SESSION)).toEqual([{ seat: ANN, type: 'add-item', at: 10, version: 2 }])
        expect(await reading.grant('hash', SESSION)).toEqual(full(2).grants?.[0])
      }
    })

    test('D1 creating stores a whole session or none', async () => {
      const { store } = await openBlank(open)
      await expect(store.create({ ...value(1), appends: [append(2, BYTES)] })).rejects.toBeInstanceOf(Conflict)
      expect(await store.session(SESSION)).toBeUndefined()
      expect(await store.sessionByCode('CODE-1')).toBeUndefined()
      await store.create({ ...value(1), appends: [append(1, BYTES)] })
      expect((await store.session(SESSION))?.documents).toEqual(['board'])
      await expect(store.create(value(1, 'FREE'))).rejects.toBeInstanceOf(Conflict)
      await expect(store.create({ ...value(1), session: OTHER })).rejects.toBeInstanceOf(Conflict)
      expect(await store.session(OTHER)).toBeUndefined()
    })

    test('D1 a session that is unknown or removed takes no write', async () => {
      const { store } = await openFilled(open)
      await expect(store.commit({ ...value(1), session: OTHER })).rejects.toBeInstanceOf(Conflict)
      await store.remove(SESSION)
      await expect(store.commit({ session: SESSION, appends: [append(1, BYTES)] })).rejects.toBeInstanceOf(Conflict)
      expect(await store.document(SESSION, 'board')).toMatchObject({ seq: 0, updates: [] })
    })

    test.each([0, 1, 3, 2.5])('D2 after version 1 comes version 2, not %d', async (version) => {
      const { store } = await openFilled(open)
      await expect(store.commit(value(version))).rejects.toBeInstanceOf(Conflict)
      expect((await store.session(SESSION))?.version).toBe(1)
      await store.commit(value(2))
      expect((await store.session(SESSION))?.version).toBe(2)
    })

    test('D2 of two writes with the same version one is stored', async () => {
      const { store } = await openFilled(open)
      const results = await Promise.allSettled([store.commit(value(2, 'ONE')), store.commit(value(2, 'TWO'))])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      expect(await store.sessionByCode('ONE')).toBe(SESSION)
    })

    test.each([0, 1, 3, -1])('D3 after the first update of a document comes the second, not %d', async (seq) => {
      const { store } = await openFilled(open)
      await store.commit({ session: SESSION, appends: [append(1, BYTES)] })
      await expect(store.commit({ session: SESSION, appends: [append(seq, BYTES)] })).rejects.toBeInstanceOf(Conflict)
      expect((await store.document(SESSION, 'board')).seq).toBe(1)
      await store.commit({
        session: SESSION,
        appends: [append(2, BYTES), append(1, BYTES, 'table.x'), append(3, BYTES)],
      })
      expect((await store.document(SESSION, 'board')).seq).toBe(3)
      expect((await store.document(SESSION, 'table.x')).seq).toBe(1)
    })

    test('D4 writes become durable in the order in which they were made, many at once', async () => {
      const { store, reopen } = await openFilled(open)
      const done: number[] = []
      const writes = Array.from({ length: 400 }, (_, index) =>
        store
          .commit({ session: SESSION, appends: [append(index + 1, new Uint8Array([index % 256]))] })
          .then(() => done.push(index)),
      )
      await Promise.all(writes)
      expect(done).toEqual(Array.from({ length: 400 }, (_, index) => index))
      const stored = await (await reopen()).document(SESSION, 'board')
      expect(stored.updates.map((update) => update[0])).toEqual(done.map((index) => index % 256))
    })

    test('D4 one write in conflict leaves the writes around it alone', async () => {
      const { store } = await openFilled(open)
      const results = await Promise.allSettled([
        store.commit({ session: SESSION, appends: [append(1, BYTES)] }),
        store.commit({ session: SESSION, appends: [append(1, BYTES)] }),
        store.commit({ session: SESSION, appends: [append(2, BYTES)] }),
        store.create({ ...value(1), session: OTHER }),
        store.commit(value(2)),
      ])
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ])
      expect((await store.document(SESSION, 'board')).seq).toBe(2)
    })

    test('D4 bytes are stored as they were, also those that lie in a larger buffer', async () => {
      const { store } = await openFilled(open)
      const large = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
      await store.commit({ session: SESSION, appends: [append(1, large.subarray(40, 90)), append(2, large)] })
      const { updates } = await store.document(SESSION, 'board')
      expect(updates).toEqual([large.slice(40, 90), large])
    })
  })
}
