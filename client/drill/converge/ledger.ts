/** Marks are single characters that occur nowhere else, so that no edit can tear one apart. */
const FIRST_MARK = 0x4e00

/** One thing that somebody wrote. */
export interface Written {
  readonly mark: string
  /** Who wrote it, by the name of the device, or of the person for what was given as a command. */
  readonly by: string
  /** The document it stands in. */
  readonly document: string
  record: string
  /** The server said that it is on disk. */
  isAcknowledged: boolean
  /** Somebody who may has taken it away again. */
  isTaken: boolean
}

/** Everything that was written in a run, and what became of it. */
export interface Ledger {
  readonly write: (by: string, document: string, record: string) => string
  readonly acknowledge: (marks: Iterable<string>) => void
  /** These are taken away on purpose, from one document. */
  readonly take: (marks: string, document: string) => void
  /** Whatever stands in a record so far, but one mark, may be gone: somebody replaced all of it. */
  readonly replace: (record: string, by: string) => void
  /** A record is gone, and with it whatever is written into it by those who do not know yet. */
  readonly remove: (record: string) => void
  /** In which record a mark came to stand. */
  readonly place: (mark: string, record: string) => void
  readonly all: () => readonly Written[]
}

export const openLedger = (): Ledger => {
  const written = new Map<string, Written>()
  const removed = new Set<string>()
  return {
    write: (by, document, record) => {
      const mark = String.fromCharCode(FIRST_MARK + written.size)
      written.set(mark, { mark, by, document, record, isAcknowledged: false, isTaken: removed.has(record) })
      return mark
    },
    acknowledge: (marks) => {
      for (const mark of marks) {
        const found = written.get(mark)
        if (found) found.isAcknowledged = true
      }
    },
    take: (marks, document) => {
      for (const mark of marks) {
        const found = written.get(mark)
        if (found?.document === document) found.isTaken = true
      }
    },
    replace: (record, by) => {
      for (const each of written.values()) if (each.record === record && each.mark !== by) each.isTaken = true
    },
    remove: (record) => {
      removed.add(record)
      for (const each of written.values()) if (each.record === record) each.isTaken = true
    },
    place: (mark, record) => {
      const found = written.get(mark)
      if (found) found.record = record
    },
    all: () => [...written.values()],
  }
}
