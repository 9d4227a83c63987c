import type { MessagePort, Transferable } from 'node:worker_threads'
import { type Calls, type Question, type Reply } from './calls.ts'
import { isParcel } from './document-parcel.ts'
import { readMessage } from './sqlite-error.ts'

// The bytes of a document were read for this answer alone: they move instead of being copied.
const listTransfers = (value: unknown): Transferable[] =>
  isParcel(value) ? [value.bytes.buffer, value.lengths.buffer] : []

const answer = async (calls: Calls, { id, name, args }: Question): Promise<Reply> => {
  try {
    return { id, ok: true, value: await calls[name]?.(...(args as never[])) }
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? { reason: String(error.reason) } : {}
    return {
      id,
      ok: false,
      name: error instanceof Error ? error.name : 'Error',
      message: readMessage(error),
      ...reason,
    }
  }
}

/** Answers the questions that come in through a port. A call that throws is answered with its failure. */
export const serveCalls = (port: MessagePort, calls: Calls): void => {
  port.on('message', (question: Question) => {
    void answer(calls, question).then((reply) => port.postMessage(reply, reply.ok ? listTransfers(reply.value) : []))
  })
}
