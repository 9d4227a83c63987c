import { describe, expect, test } from 'vitest'
import { StorageFault } from '../store.ts'
import { type OpenStore, SESSION, append, openBlank, openFilled, value } from './sample.ts'

/** Laws of opening and closing. */
export const describeLifetime = (open: OpenStore): void => {
  describe('lifetime', () => {
    test('D18 everything that was acknowledged is found after opening again', async () => {
      const { store, reopen } = await openFilled(open)
      await store.commit({ ...value(2), appends: [append(1, new Uint8Array([0, 0]))] })
      const session = await store.session(SESSION)
      const document = await store.document(SESSION, 'board')
      const again = await reopen()
      expect(await again.session(SESSION)).toEqual(session)
      expect(await again.document(SESSION, 'board')).toEqual(document)
      await again.commit({ ...value(3), appends: [append(2, new Uint8Array([0, 0]))] })
    })

    test('D19 closing finishes what was begun', async () => {
      const { store, reopen } = await openFilled(open)
      const begun = Array.from({ length: 50 }, (_, index) =>
        store.commit({ session: SESSION, appends: [append(index + 1, new Uint8Array([0, 0]))] }),
      )
      const compacting = store.compact(SESSION, 'board')
      await store.close()
      await Promise.all([...begun, compacting])
      expect((await (await reopen()).document(SESSION, 'board')).seq).toBe(50)
    })

    test('D19 a closed store answers with a fault, and may be closed again', async () => {
      const { store } = await openBlank(open)
      await store.close()
      await store.close()
      await expect(store.create(value(1))).rejects.toBeInstanceOf(StorageFault)
      await expect(store.session(SESSION)).rejects.toBeInstanceOf(StorageFault)
      await expect(store.sweep(0, { sessionsMs: 0 })).rejects.toBeInstanceOf(StorageFault)
    })
  })
}
