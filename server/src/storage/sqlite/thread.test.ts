import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { makeDataDir, openIn } from '../contract/data-dir.ts'
import { SESSION, append, value } from '../contract/sample.ts'
import { StorageFault } from '../store.ts'

test('D29 a dead worker fails everything it was asked, and the next call finds a new one', async () => {
  const store = await openIn(await makeDataDir(), { writer: new URL('./dying-writer.fixture.ts', import.meta.url) })
  await store.create(value(1))
  await store.commit({ session: SESSION, appends: [append(1, new Uint8Array([1]))] })
  const results = await Promise.allSettled([
    store.commit({ session: SESSION, appends: [append(2, new Uint8Array([2]))] }),
    store.create({ ...value(1, 'DIES'), session: asId('dies') }),
    store.commit({ session: SESSION, appends: [append(3, new Uint8Array([3]))] }),
  ])
  for (const result of results) {
    expect(result).toMatchObject({ status: 'rejected' })
    expect((result as PromiseRejectedResult).reason).toBeInstanceOf(StorageFault)
  }
  expect(await store.document(SESSION, 'board')).toMatchObject({ seq: 1 })
  await store.commit({ session: SESSION, appends: [append(2, new Uint8Array([2]))] })
  expect(await store.document(SESSION, 'board')).toMatchObject({ seq: 2 })
  expect((await store.durability()).synchronous).toBe(2)
})
