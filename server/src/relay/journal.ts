import type { Change } from './broadcast.ts'

/**
 * Which changes of a document are on disk, and what waits for it.
 *
 * Counts sequences and never keeps a flag: what is durable is a prefix of what was applied.
 */
export interface Journal<Member> {
  readonly record: (change: Change<Member>) => void
  /** Everything up to this sequence is durable. Going back, or beyond what was recorded, changes nothing more. */
  readonly settle: (seq: number) => void
  /** Runs once everything up to this sequence is durable; at once when it is. Runs in the order of asking. */
  readonly whenDurable: (seq: number, run: () => void) => void
  readonly durable: () => number
  readonly pending: () => number
  /** Durable changes that were not taken yet, in order. */
  readonly take: () => readonly Change<Member>[]
}

export const openJournal = <Member>(stored: number): Journal<Member> => {
  let durable = stored
  let applied: Change<Member>[] = []
  let ready: Change<Member>[] = []
  let waiting: { readonly seq: number; readonly run: () => void }[] = []

  return {
    record: (change) => void applied.push(change),
    settle: (seq) => {
      const first = applied.findIndex((change) => change.seq > seq)
      const settled = first < 0 ? applied : applied.slice(0, first)
      if (settled.length === 0) return
      applied = first < 0 ? [] : applied.slice(first)
      durable = (settled.at(-1) as Change<Member>).seq
      ready.push(...settled)
      const due = waiting.filter((entry) => entry.seq <= durable)
      waiting = waiting.filter((entry) => entry.seq > durable)
      for (const { run } of due) run()
    },
    whenDurable: (seq, run) => {
      if (seq <= durable) run()
      else waiting.push({ seq, run })
    },
    durable: () => durable,
    pending: () => applied.length,
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
  }
}
