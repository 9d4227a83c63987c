/**
 * Counts, for one socket, how many of its changing messages are durable, from the first without a hole.
 *
 * A message is durable when the sequence that the document had after it is. One that was dropped because of a gap waits
 * for the step 2 that brings its content again.
 */
export interface Acknowledgements {
  /** The next message is durable with this sequence. */
  readonly add: (seq: number) => void
  /** The next message was dropped: its content is still to come. */
  readonly hold: () => void
  /** A step 2 came, and with it the content of everything held. */
  readonly release: (seq: number) => void
  /** The count when everything up to this sequence is durable. Never falls. */
  readonly count: (durable: number) => number
}

export const openAcknowledgements = (): Acknowledgements => {
  let done = 0
  let waiting: { readonly seq: number; messages: number }[] = []
  let held = 0

  const add = (seq: number, messages = 1): void => {
    const last = waiting.at(-1)
    if (last?.seq === seq) last.messages += messages
    else waiting.push({ seq, messages })
  }

  return {
    // Behind a held message everything waits for the same step 2: its sequence is the later one.
    add: (seq) => (held > 0 ? void held++ : add(seq)),
    hold: () => void held++,
    release: (seq) => {
      if (held > 0) add(seq, held)
      held = 0
    },
    count: (durable) => {
      const pending = waiting.findIndex(({ seq }) => seq > durable)
      const settled = pending < 0 ? waiting.length : pending
      if (settled > 0) {
        for (const { messages } of waiting.slice(0, settled)) done += messages
        waiting = waiting.slice(settled)
      }
      return done
    },
  }
}
