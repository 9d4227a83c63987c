import { expect, test } from 'vitest'
import { makeFileAside } from './aside.ts'
import { makeFile } from './make-file.ts'
import { sourceOf } from './testing/made-source.ts'

const WISH = { format: 'xlsx', language: 'en', sheet: 'items' } as const

/** Processor time of this thread alone. */
const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}

test('X37 a file that is written aside is the same, and takes little of the thread that serves people', async () => {
  const source = sourceOf(Array.from({ length: 1_500 }, (_, index) => `An idea that somebody wrote ${index}`))
  // The thread begins with the first file.
  await makeFileAside(sourceOf(['One']), WISH)
  const here = await timeOf(() => makeFile(source, WISH))
  const aside = await timeOf(() => makeFileAside(source, WISH))
  expect(aside).toBeLessThan(here / 3)
  const csv = { ...WISH, format: 'csv' } as const
  expect(await makeFileAside(source, csv)).toEqual(await makeFile(source, csv))
})
