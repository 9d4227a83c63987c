import { makeFileAside, makeReportAside } from '../../src/export/aside.ts'
import { FORMATS, type Format } from '../../src/export/make-file.ts'
import { largeSource } from './large-source.ts'

const ITEMS = 5_000
const VOTERS = 200
/**
 * How much of the thread that serves people a file may take in all, in milliseconds: less than anybody notices. Its processor
 * time, so that whatever else the machine does cannot add to it.
 */
const HELD_UP_MS = 100

const source = largeSource(ITEMS, VOTERS)
// The thread begins with the first file; what it costs to begin is no part of any.
await makeReportAside(source)

const rows: Record<string, { ms: string; KiB: string; 'held up, ms': string; holds: boolean }> = {}
let fits = true

const measure = async (name: string, make: () => Promise<{ readonly length: number }>): Promise<void> => {
  const before = process.threadCpuUsage()
  const began = performance.now()
  const { length } = await make()
  const ms = performance.now() - began
  const { user, system } = process.threadCpuUsage(before)
  const heldUp = (user + system) / 1000
  const holds = heldUp <= HELD_UP_MS
  fits &&= holds
  rows[name] = { ms: ms.toFixed(0), KiB: (length / 1024).toFixed(0), 'held up, ms': heldUp.toFixed(1), holds }
}

await measure('report', async () => JSON.stringify(await makeReportAside(source)))
for (const format of Object.keys(FORMATS) as Format[]) {
  await measure(format, () => makeFileAside(source, { format, language: 'fa', sheet: 'items' }))
}

console.log(`${ITEMS} items in 200 groups, a vote of ${VOTERS} people on 500 of them; files are written aside`)
console.table(rows)
if (!fits) process.exitCode = 1
process.exit()
