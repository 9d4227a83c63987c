import { expect, test } from 'vitest'
import { SESSION, append, value } from './contract/sample.ts'
import { holdCommits } from './held.ts'
import { openMemoryStore } from './memory.ts'
import { StorageFault } from './store.ts'

const commit = (seq: number) => ({ session: SESSION, appends: [append(seq, new Uint8Array([seq]))] })

test('D34 a held write is stored when it is released and not before, in order', async () => {
  const { store, hold, release, waiting } = holdCommits(openMemoryStore())
  await store.create(value(1))
  hold()
  const order: number[] = []
  const writes = [1, 2].map((seq) => store.commit(commit(seq)).then(() => order.push(seq)))
  expect(waiting()).toBe(2)
  expect((await store.document(SESSION, 'board')).seq).toBe(0)
  expect(order).toEqual([])
  release()
  await Promise.all(writes)
  expect(order).toEqual([1, 2])
  expect(waiting()).toBe(0)
  await store.commit(commit(3))
})

test('D34 a write that is to fail stores nothing and fails when its turn comes', async () => {
  const { store, hold, release, failNext } = holdCommits(openMemoryStore())
  await store.create(value(1))
  failNext(new StorageFault('disk full'))
  await expect(store.commit(commit(1))).rejects.toThrow('disk full')
  hold()
  failNext(new StorageFault('disk gone'))
  const results = Promise.allSettled([store.commit(commit(1)), store.commit(commit(1))])
  release()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect((await store.document(SESSION, 'board')).seq).toBe(1)
})
