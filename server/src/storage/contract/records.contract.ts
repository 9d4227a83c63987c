import { LIMITS, asId } from '@roundel/shared/kernel'
import { describe, expect, test } from 'vitest'
import { Conflict, type Grant } from '../store.ts'
import { ANN, BOB, OTHER, type OpenStore, SESSION, append, openFilled, value } from './sample.ts'

const BYTES = new Uint8Array([9])
const KEEP = { sessionsMs: Number.MAX_SAFE_INTEGER / 2 }
const NEVER = Number.MAX_SAFE_INTEGER / 4

const grant = (hash: string, part: Partial<Grant> = {}): Grant => ({
  hash,
  session: SESSION,
  seat: ANN,
  kind: 'token',
  createdAt: 1,
  expiresAt: 1_000,
  ...part,
})

/** Laws of what stands beside the documents: owners, client ids, grants, commands, the log, codes, retention. */
export const describeRecords = (open: OpenStore): void => {
  describe('records', () => {
    test('D6 a record keeps its first owner for ever', async () => {
      const { store } = await openFilled(open)
      const claim = { collection: 'items', record: 'x\u0000y', owner: ANN }
      await store.commit({ session: SESSION, owners: [claim] })
      await store.commit({ session: SESSION, owners: [claim, { ...claim, collection: 'links', owner: BOB }] })
      await expect(store.commit({ session: SESSION, owners: [{ ...claim, owner: BOB }] })).rejects.toBeInstanceOf(
        Conflict,
      )
      expect((await store.session(SESSION))?.owners).toEqual([claim, { ...claim, collection: 'links', owner: BOB }])
    })

    test('D7 a client id belongs to whoever wrote with it first in a document', async () => {
      const { store } = await openFilled(open)
      const commit = (seq: number, client: number, owner: typeof ANN | 'server', document = 'board') =>
        store.commit({ session: SESSION, appends: [append(seq, BYTES, document, [{ client, owner }])] })
      await commit(1, 4_294_967_295, ANN)
      await commit(2, 4_294_967_295, ANN)
      await commit(3, 8, 'server')
      await expect(commit(4, 4_294_967_295, BOB)).rejects.toBeInstanceOf(Conflict)
      await expect(commit(4, 8, ANN)).rejects.toBeInstanceOf(Conflict)
      await commit(1, 8, BOB, 'table.x')
      const { claims, seq } = await store.document(SESSION, 'board')
      expect(seq).toBe(3)
      expect(claims.toSorted((one, other) => one.client - other.client)).toEqual([
        { client: 8, owner: 'server' },
        { client: 4_294_967_295, owner: ANN },
      ])
    })

    test('D8 a grant opens its own session until it is revoked, and the latest for a hash holds', async () => {
      const { store } = await openFilled(open)
      await store.create({
        ...value(1, 'OTHER'),
        session: OTHER,
        grants: [grant('one', { session: OTHER, seat: BOB })],
      })
      await store.commit({ session: SESSION, grants: [grant('one'), grant('two'), grant('three', { seat: BOB })] })
      expect(await store.grant('one', SESSION)).toEqual(grant('one'))
      expect(await store.grant('one', OTHER)).toEqual(grant('one', { session: OTHER, seat: BOB }))
      expect(await store.grant('two', OTHER)).toBeUndefined()
      expect((await store.grantsOf(SESSION, ANN)).map(({ hash }) => hash).toSorted()).toEqual(['one', 'two'])

      await store.commit({ session: SESSION, revoked: ['one', 'nobody'], grants: [grant('two', { expiresAt: 5_000 })] })
      expect(await store.grant('one', SESSION)).toBeUndefined()
      expect(await store.grant('one', OTHER)).toBeDefined()
      expect(await store.grantsOf(SESSION, ANN)).toEqual([grant('two', { expiresAt: 5_000 })])

      await store.commit({ session: SESSION, revoked: ['two'], grants: [grant('two', { seat: BOB })] })
      expect((await store.grant('two', SESSION))?.seat).toBe(BOB)
    })

    test('D8 all that one secret opens is found, and who made a link is remembered', async () => {
      const { store } = await openFilled(open)
      await store.create({
        ...value(1, 'OTHER'),
        session: OTHER,
        grants: [grant('one', { session: OTHER, seat: BOB })],
      })
      await store.commit({ session: SESSION, grants: [grant('one', { kind: 'transfer', by: BOB }), grant('two')] })
      const found = await store.grantsWith('one')
      expect(found).toHaveLength(2)
      expect(found).toContainEqual(grant('one', { session: OTHER, seat: BOB }))
      expect(found).toContainEqual(grant('one', { kind: 'transfer', by: BOB }))
      expect(await store.grant('one', SESSION)).toEqual(grant('one', { kind: 'transfer', by: BOB }))
      expect(await store.grantsWith('nobody')).toEqual([])
    })

    test('D8 an expired grant is gone after the sweep', async () => {
      const { store, reopen } = await openFilled(open)
      await store.commit({ session: SESSION, grants: [grant('short'), grant('long', { expiresAt: 1_001 })] })
      await store.sweep(999, KEEP)
      expect(await store.grant('short', SESSION)).toBeDefined()
      await store.sweep(1_000, KEEP)
      expect(await store.grant('short', SESSION)).toBeUndefined()
      expect(await (await reopen()).grantsOf(SESSION, ANN)).toEqual([grant('long', { expiresAt: 1_001 })])
    })

    test('D9 a command is remembered with its answer for a day, and is not carried out twice', async () => {
      const { store } = await openFilled(open)
      const id = asId<'command'>('command-00000001')
      const command = { id, seat: ANN, at: 5, version: 2, answer: { item: asId<'item'>('item-00000000001') } }
      await store.commit({ ...value(2), command })
      expect(await store.command(SESSION, id)).toEqual(command)
      expect(await store.command(OTHER, id)).toBeUndefined()
      await expect(store.commit({ ...value(3), command })).rejects.toBeInstanceOf(Conflict)
      await store.sweep(5 + LIMITS.commandMemoryMs - 1, KEEP)
      expect(await store.command(SESSION, id)).toEqual(command)
      await store.sweep(5 + LIMITS.commandMemoryMs, KEEP)
      expect(await store.command(SESSION, id)).toBeUndefined()
    })

    test('D10 each line of the log carries the version that stands after its write', async () => {
      const { store } = await openFilled(open)
      await store.commit({ session: SESSION, log: { seat: ANN, type: 'first', at: 1 } })
      await store.commit({ ...value(2), log: { seat: 'server', type: 'second', at: 3 } })
      await store.commit({ session: SESSION, log: { seat: BOB, type: 'third', at: 2 } })
      expect(await store.log(SESSION)).toEqual([
        { seat: ANN, type: 'first', at: 1, version: 1 },
        { seat: 'server', type: 'second', at: 3, version: 2 },
        { seat: BOB, type: 'third', at: 2, version: 2 },
      ])
      expect(await store.log(OTHER)).toEqual([])
    })

    test('D11 a code finds the one session that has it now', async () => {
      const { store } = await openFilled(open)
      expect(await store.sessionByCode('CODE-1')).toBe(SESSION)
      await store.commit(value(2, 'RENEWED'))
      expect(await store.sessionByCode('CODE-1')).toBeUndefined()
      expect(await store.sessionByCode('RENEWED')).toBe(SESSION)
      await store.create({ ...value(1, 'CODE-1'), session: OTHER })
      await expect(store.commit(value(3, 'CODE-1'))).rejects.toBeInstanceOf(Conflict)
      expect(await store.sessionByCode('CODE-1')).toBe(OTHER)
      expect(await store.sessionByCode('RENEWED')).toBe(SESSION)
    })

    test('D20 a session goes when its last activity is past retention', async () => {
      const { store } = await openFilled(open)
      await store.commit({ ...value(2), log: { seat: ANN, type: 'end', at: 100 } })
      const ended = { version: 1, json: '{}', code: 'ENDED', endedAt: 200 }
      await store.create({ session: OTHER, value: ended, log: { seat: ANN, type: 'end', at: 150 } })
      expect(await store.sweep(1_099, { sessionsMs: 1_000 })).toBe(0)
      expect(await store.sweep(1_100, { sessionsMs: 1_000 })).toBe(1)
      expect(await store.session(SESSION)).toBeUndefined()
      expect(await store.session(OTHER)).toBeDefined()
      expect(await store.sweep(1_200, { sessionsMs: 1_000 })).toBe(1)
    })

    test('D20 a session that has an end goes then, whatever happened in it last', async () => {
      const { store } = await openFilled(open)
      const rehearsal = { version: 1, json: '{}', code: 'REHEARSAL', expiresAt: 500 }
      await store.create({ session: OTHER, value: rehearsal, log: { seat: ANN, type: 'create', at: 100 } })
      await store.commit({ session: OTHER, log: { seat: ANN, type: 'start', at: 499 } })
      expect(await store.sweep(499, { sessionsMs: 1_000 })).toBe(0)
      expect(await store.sweep(500, { sessionsMs: 1_000 })).toBe(1)
      expect(await store.session(OTHER)).toBeUndefined()
      expect(await store.session(SESSION)).toBeDefined()
    })

    test('D20 updates of documents count as activity at the next sweep', async () => {
      const { store } = await openFilled(open)
      await store.commit({ session: SESSION, log: { seat: ANN, type: 'start', at: 100 } })
      await store.commit({ session: SESSION, appends: [append(1, BYTES)] })
      expect(await store.sweep(2_000, { sessionsMs: 1_000 })).toBe(0)
      expect(await store.sweep(2_999, { sessionsMs: 1_000 })).toBe(0)
      expect(await store.sweep(3_000, { sessionsMs: 1_000 })).toBe(1)
      expect(await store.sweep(NEVER, { sessionsMs: 1_000 })).toBe(0)
    })
  })
}
