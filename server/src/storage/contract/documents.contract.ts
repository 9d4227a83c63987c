import { describe, expect, test } from 'vitest'
import { asId } from '@roundel/shared/kernel'
import type { Append, Store } from '../store.ts'
import {
  ANN,
  BOB,
  OTHER,
  type OpenStore,
  SESSION,
  append,
  holds,
  openFilled,
  openPen,
  readTwice,
  scribble,
  value,
} from './sample.ts'

const commitAll = async (store: Store, appends: readonly Append[]): Promise<void> => {
  await Promise.all(appends.map((one) => store.commit({ session: SESSION, appends: [one] })))
}

/** Writes turns, each with a few changes, and commits every change by itself. */
const writeTurns = async (store: Store, pen: ReturnType<typeof openPen>, from: number, to: number): Promise<void> => {
  for (let turn = from; turn < to; turn++) await commitAll(store, pen.write(scribble(turn)))
}

/** Laws of documents: reading back, compaction, erasure. */
export const describeDocuments = (open: OpenStore): void => {
  describe('documents', () => {
    test('D5 a document read back replays to the document that was written', async () => {
      const { store, reopen } = await openFilled(open)
      const pen = openPen()
      await writeTurns(store, pen, 0, 30)
      expect(await holds(store, pen.doc)).toBe(true)
      expect(await holds(await reopen(), pen.doc)).toBe(true)
    })

    test('D54 how far a document has come is told without it, and is the same for as long as its content is', async () => {
      const { store, reopen } = await openFilled(open)
      const versionIn = async (from: Store) => {
        const { seq, epoch } = await from.document(SESSION, 'board')
        expect(await from.documentVersion(SESSION, 'board')).toEqual({ seq, epoch })
        return { seq, epoch }
      }
      expect(await versionIn(store)).toEqual({ seq: 0, epoch: 1 })
      const pen = openPen()
      await writeTurns(store, pen, 0, 5)
      const written = await versionIn(store)
      await store.compact(SESSION, 'board')
      expect(await versionIn(store)).toEqual(written)
      const again = await reopen()
      expect(await versionIn(again)).toEqual(written)
      await writeTurns(again, pen, 5, 6)
      expect((await versionIn(again)).seq).toBeGreaterThan(written.seq)
      await again.commit({ session: SESSION, erase: { documents: ['board'] } })
      expect((await versionIn(again)).epoch).toBeGreaterThan(written.epoch)
    })

    test('D5 a document that was never written is empty', async () => {
      const { store } = await openFilled(open)
      const blank = { seq: 0, epoch: 1, snapshot: undefined, updates: [], claims: [], damaged: false }
      expect(await store.document(SESSION, 'board')).toEqual(blank)
      expect(await store.document(OTHER, 'board')).toEqual(blank)
    })

    test('D14 compaction changes nothing of state vector, delete set and content', async () => {
      const { store, reopen } = await openFilled(open)
      const pen = openPen()
      for (const end of [20, 21, 40]) {
        await writeTurns(store, pen, end - (end === 21 ? 1 : 20), end)
        const before = await store.document(SESSION, 'board')
        await store.compact(SESSION, 'board')
        const after = await store.document(SESSION, 'board')
        expect(after).toMatchObject({ seq: before.seq, epoch: before.epoch, claims: before.claims, damaged: false })
        expect(after.updates).toEqual([])
        expect(await holds(store, pen.doc)).toBe(true)
      }
      await writeTurns(store, pen, 40, 45)
      expect(await holds(await reopen(), pen.doc)).toBe(true)
    })

    test('D14 what was deleted is not in a snapshot', async () => {
      const { store } = await openFilled(open)
      const pen = openPen()
      await commitAll(
        store,
        pen.write((doc) => doc.getText('summary').insert(0, 'a regretted word')),
      )
      await commitAll(
        store,
        pen.write((doc) => doc.getText('summary').delete(2, 10)),
      )
      await store.compact(SESSION, 'board')
      const { snapshot } = await store.document(SESSION, 'board')
      expect(Buffer.from(snapshot ?? []).includes('regretted')).toBe(false)
      expect(await holds(store, pen.doc)).toBe(true)
    })

    test('D16 updates that arrive while a document is compacted survive', async () => {
      const { store, reopen } = await openFilled(open)
      const pen = openPen()
      await writeTurns(store, pen, 0, 50)
      for (let round = 1; round <= 3; round++) {
        const compacting = store.compact(SESSION, 'board')
        await writeTurns(store, pen, round * 50, round * 50 + 20)
        await compacting
      }
      expect(await holds(store, pen.doc)).toBe(true)
      expect(await holds(await reopen(), pen.doc)).toBe(true)
    })

    test('D16 compacting one document many times at once loses nothing', async () => {
      const { store } = await openFilled(open)
      const pen = openPen()
      await writeTurns(store, pen, 0, 20)
      await Promise.all(Array.from({ length: 5 }, () => store.compact(SESSION, 'board')))
      await writeTurns(store, pen, 20, 25)
      expect(await holds(store, pen.doc)).toBe(true)
    })

    test('D17 compacting what is empty, unknown or unchanged changes nothing', async () => {
      const { store } = await openFilled(open)
      await store.compact(SESSION, 'board')
      await store.compact(OTHER, 'board')
      const pen = openPen()
      await writeTurns(store, pen, 0, 3)
      await store.compact(SESSION, 'board')
      const once = await store.document(SESSION, 'board')
      await store.compact(SESSION, 'board')
      expect(await store.document(SESSION, 'board')).toEqual(once)
    })

    test('D17 a document whose updates do not fit together is left as it is', async () => {
      const { store } = await openFilled(open)
      const pen = openPen()
      const [, second] = pen.write((doc) => {
        doc.getText('summary').insert(0, 'one')
        doc.getText('summary').insert(3, 'two')
      })
      await store.commit({ session: SESSION, appends: [{ ...append(1, second?.bytes ?? new Uint8Array()) }] })
      const before = await store.document(SESSION, 'board')
      await expect(store.compact(SESSION, 'board')).rejects.toMatchObject({ name: 'StorageFault' })
      expect(await store.document(SESSION, 'board')).toEqual(before)
    })

    test('D13 an erased document begins anew under a higher epoch, and erased owners are forgotten', async () => {
      const { store, reopen } = await openFilled(open)
      const draft = `draft.${ANN}`
      const pen = openPen()
      for (const one of pen.write(scribble(1), draft)) await store.commit({ session: SESSION, appends: [one] })
      await store.compact(SESSION, draft)
      const claim = { collection: 'items', record: 'r', owner: ANN }
      await store.commit({ session: SESSION, owners: [claim, { ...claim, record: 's' }] })

      await store.commit({ session: SESSION, erase: { documents: [draft, 'never.written'], owners: [claim] } })
      expect(await store.document(SESSION, draft)).toEqual({
        seq: 0,
        epoch: 2,
        snapshot: undefined,
        updates: [],
        claims: [],
        damaged: false,
      })
      expect(await store.session(SESSION)).toMatchObject({ documents: [], owners: [{ ...claim, record: 's' }] })

      const again = await reopen()
      await again.commit({
        session: SESSION,
        appends: [append(1, new Uint8Array([0, 0]), draft, [{ client: 7, owner: BOB }])],
        owners: [{ ...claim, owner: BOB }],
      })
      expect(await again.document(SESSION, draft)).toMatchObject({
        seq: 1,
        epoch: 2,
        claims: [{ client: 7, owner: BOB }],
      })
    })

    test('D13 the sessions that hold private documents are known, until those are erased', async () => {
      const { store, reopen } = await openFilled(open)
      await store.create({ ...value(1, 'CODE-OTHER'), session: OTHER })
      const draft = `draft.${ANN}`
      await store.commit({ session: OTHER, appends: [append(1, new Uint8Array([0, 0]))] })
      expect(await store.sessionsWithDrafts()).toEqual([])
      await store.commit({ session: SESSION, appends: [append(1, new Uint8Array([0, 0]), draft)] })
      expect(await store.sessionsWithDrafts()).toEqual([SESSION])
      const again = await reopen()
      expect(await again.sessionsWithDrafts()).toEqual([SESSION])
      await again.commit({ session: SESSION, erase: { documents: [draft] } })
      expect(await again.sessionsWithDrafts()).toEqual([])
    })

    test('D13 a document that is erased while it is compacted stays empty', async () => {
      const { store } = await openFilled(open)
      const pen = openPen()
      await writeTurns(store, pen, 0, 50)
      const compacting = store.compact(SESSION, 'board')
      await store.commit({ session: SESSION, erase: { documents: ['board'] } })
      await compacting
      expect(await store.document(SESSION, 'board')).toMatchObject({ seq: 0, snapshot: undefined, updates: [] })
    })

    test('D12 a removed session leaves nothing that can be read, and its neighbours stay', async () => {
      const opened = await openFilled(open)
      const { store } = opened
      await store.create({ ...value(1, 'OTHER'), session: OTHER, appends: [append(1, new Uint8Array([0, 0]))] })
      const pen = openPen()
      await writeTurns(store, pen, 0, 5)
      await store.compact(SESSION, 'board')
      await store.commit({
        session: SESSION,
        owners: [{ collection: 'items', record: 'r', owner: ANN }],
        command: { id: asId('command-00000001'), seat: ANN, at: 1, version: 1, answer: {} },
        log: { seat: ANN, type: 'x', at: 1 },
        grants: [{ hash: 'h', session: SESSION, seat: ANN, kind: 'cookie', createdAt: 1, expiresAt: 2 }],
      })
      await store.remove(SESSION)
      await store.remove(SESSION)
      for await (const reading of readTwice(opened)) {
        expect(await reading.session(SESSION)).toBeUndefined()
        expect(await reading.sessionByCode('CODE-1')).toBeUndefined()
        expect(await reading.document(SESSION, 'board')).toMatchObject({ seq: 0, updates: [], claims: [] })
        expect(await reading.command(SESSION, asId('command-00000001'))).toBeUndefined()
        expect(await reading.log(SESSION)).toEqual([])
        expect(await reading.grant('h', SESSION)).toBeUndefined()
        expect(await reading.grantsOf(SESSION, ANN)).toEqual([])
        expect((await reading.document(OTHER, 'board')).seq).toBe(1)
      }
    })
  })
}
