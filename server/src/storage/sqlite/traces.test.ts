import { asId, seededRandom } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { isAnywhere, makeDataDir, openIn } from '../contract/data-dir.ts'
import { ANN, append, openPen } from '../contract/sample.ts'
import { restoreStore } from './restore.ts'
import type { Store } from '../store.ts'

const COUNT = 40

const nameOf = (nth: number): string => `canary-of-${String(nth).padStart(3, '0')}`
const sessionOf = (nth: number) => asId<'session'>(`session-00000${String(nth).padStart(3, '0')}`)
const all = Array.from({ length: COUNT }, (_, nth) => nth)

/** Sessions of all sizes, each rewritten a few times, with a document each: rows move between pages all the time. */
const fill = async (store: Store): Promise<void> => {
  const random = seededRandom(7)
  const json = (nth: number): string => JSON.stringify(nameOf(nth).repeat(1 + Math.floor(random() * 300)))
  for (const nth of all)
    await store.create({ session: sessionOf(nth), value: { version: 1, json: json(nth), code: nameOf(nth) } })
  for (let version = 2; version < 6; version++) {
    const writes = all.map((nth) => {
      const bytes = openPen().write((doc) => doc.getText('summary').insert(0, json(nth)))[0]?.bytes ?? new Uint8Array()
      return store.commit({
        session: sessionOf(nth),
        value: { version, json: json(nth), code: nameOf(nth) },
        appends: [append(version - 1, bytes)],
        owners: [{ collection: 'items', record: `${nameOf(nth)}-${version}`, owner: ANN }],
      })
    })
    await Promise.all(writes)
  }
}

const findGone = async (dataDir: string, gone: readonly number[]): Promise<readonly number[]> => {
  const found = await Promise.all(gone.map((nth) => isAnywhere(dataDir, nameOf(nth))))
  return gone.filter((_nth, index) => found[index])
}

test('D12 of forty removed sessions nothing is left between the rows of others, in a store nor in a restored one', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await fill(store)
  const folder = await makeDataDir()
  await store.backup(`${folder}/backup.db`)
  const [gone, stay] = [all.filter((nth) => nth % 3 > 0), all.filter((nth) => nth % 3 === 0)]
  for (const nth of gone) await store.remove(sessionOf(nth))
  expect(await findGone(dataDir, gone)).toEqual([])
  expect(await findGone(dataDir, stay)).toEqual(stay)

  await restoreStore({ file: `${folder}/backup.db`, dataDir: `${folder}/restored`, replace: false, now: 1 })
  const restored = await openIn(`${folder}/restored`)
  for (const nth of gone) await restored.remove(sessionOf(nth))
  expect(await findGone(`${folder}/restored`, gone)).toEqual([])
})
