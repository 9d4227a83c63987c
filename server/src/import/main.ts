import { readTable } from './read-table.ts'

// One file comes in, one answer goes out, and that was it. Whatever the file does to this process, no other one notices.
process.once('message', (bytes: Uint8Array) => {
  void readTable(bytes).then((read) => process.send?.(read, () => process.disconnect()))
})
