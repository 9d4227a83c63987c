import type { Asked } from './file-reader.ts'

/** Each kind of file loads only what reads it: beginning this process is most of the wait. */
const read = async ({ kind, bytes }: Asked): Promise<unknown> =>
  kind === 'table'
    ? (await import('./read-table.ts')).readTable(bytes)
    : (await import('./read-saved.ts')).readSaved(bytes)

// One file comes in, one answer goes out, and that was it. Whatever the file does to this process, no other one notices.
process.once('message', (asked: Asked) => {
  void read(asked).then((answer) => process.send?.(answer, () => process.disconnect()))
})
