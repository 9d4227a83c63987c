import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { expect, test } from '@playwright/test'
import { type ProgramSeat, createSession, give, newId, secretOf, takeSeat, viewOf } from './program.ts'
import { type RawSocket, openRaw } from './raw.ts'
import { startServer } from './server.ts'

const KILLS = Number(process.env['KILLS'] ?? 5)
const WRITERS = 4
/** Messages that a writer sends before it waits for an acknowledgement. */
const IN_FLIGHT = 8
const NEW_ITEM_EVERY = 20

/** Something written, known again by its mark in the text of an item. */
interface Write {
  readonly document: string
  readonly item: string
  readonly mark: string
}

const textOf = (doc: Y.Doc, item: string): string => {
  const record = doc.getMap('items').get(item)
  const text = record instanceof Y.Map ? record.get('text') : undefined
  return text instanceof Y.Text ? text.toJSON() : ''
}

const holds = (doc: Y.Doc, { item, mark }: Write): boolean => textOf(doc, item).includes(mark)

/** Writes without a pause in one document, as one person, and remembers what of it was acknowledged. */
class Writer {
  readonly acknowledged: Write[] = []
  readonly written: Write[] = []
  readonly document: string
  readonly seat: ProgramSeat
  readonly #step: string
  readonly #draft: boolean
  readonly #doc = new Y.Doc()
  #socket: RawSocket | undefined
  #unacknowledged: { readonly write: Write; readonly message: number }[] = []
  #item = ''
  #count = 0

  constructor(seat: ProgramSeat, step: string, document: string) {
    this.seat = seat
    this.document = document
    this.#step = step
    this.#draft = document.startsWith('draft.')
  }

  /** Goes on writing, with what it had. What was on its way when the server died is sent again, and may be there twice. */
  async connect(onProgress: () => void): Promise<void> {
    const socket = openRaw({ ...this.seat, document: this.document, doc: this.#doc })
    this.#socket = socket
    this.#unacknowledged = []
    await socket.synced
    socket.onMessage(() => {
      const arrived = this.#unacknowledged.filter(({ message }) => message <= socket.durable())
      this.#unacknowledged = this.#unacknowledged.slice(arrived.length)
      this.acknowledged.push(...arrived.map(({ write }) => write))
      onProgress()
      this.#goOn()
    })
    this.#goOn()
  }

  stop(): void {
    this.#socket?.close()
    this.#socket = undefined
  }

  #goOn(): void {
    const socket = this.#socket
    while (socket && socket.isOpen() && this.#unacknowledged.length < IN_FLIGHT) {
      const write = this.#write()
      this.written.push(write)
      this.#unacknowledged.push({ write, message: socket.sent() })
    }
  }

  #write(): Write {
    const mark = `<${this.#count++}>`
    const items = this.#doc.getMap('items')
    if (this.#count % NEW_ITEM_EVERY !== 1) {
      const record = items.get(this.#item) as Y.Map<unknown>
      const text = record.get('text') as Y.Text
      text.insert(text.length, mark)
    } else {
      this.#item = newId()
      this.#doc.transact(() => {
        const record = new Y.Map<unknown>()
        items.set(this.#item, record)
        record.set('kind', 'idea')
        record.set('step', this.#step)
        record.set('lang', 'en')
        record.set('state', this.#draft ? 'ready' : 'published')
        if (!this.#draft) record.set('author', this.seat.seat)
        record.set('text', new Y.Text(mark))
      })
    }
    return { document: this.document, item: this.#item, mark }
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

test(`H7 nothing that was acknowledged or seen is lost when the server is killed ${KILLS} times`, async () => {
  test.setTimeout(60_000 + KILLS * 15_000)
  const server = await startServer()
  try {
    // Names are shown and all write openly, so that people write on the board themselves.
    const agenda = [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }]
    const session = await createSession(server.origin, { agenda })
    const people: ProgramSeat[] = []
    for (let nth = 0; nth < WRITERS; nth++) people.push(await takeSeat(session, session.code, `Writer ${nth + 1}`))
    const reader = await takeSeat(session, secretOf(session.links.observer), 'Reader')
    expect((await give(session.facilitator, { type: 'start' })).status).toBe(200)
    const { step } = await viewOf<{ step: { id: string } }>(session.facilitator)

    const writers = people.map((seat, nth) => new Writer(seat, step.id, nth % 2 ? `draft.${seat.seat}` : 'board'))
    /** Somebody else who may read each document: on the board an observer, of a draft the same person's other device. */
    const readerOf = (document: string): ProgramSeat =>
      writers.find((writer) => writer.document === document && document !== 'board')?.seat ?? reader
    const documents = [...new Set(writers.map((writer) => writer.document))]
    const read = () => documents.map((document) => ({ document, socket: openRaw({ ...readerOf(document), document }) }))

    let seen = new Set<Write>()
    const waits: number[] = []
    for (let round = 0; round < KILLS; round++) {
      const watching = read()
      await Promise.all(watching.map(({ socket }) => socket.synced))
      const enough = Promise.withResolvers<void>()
      const goal = writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0) + randomInt(40, 120)
      const onProgress = () => {
        if (writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0) >= goal) enough.resolve()
      }
      await Promise.all(writers.map((writer) => writer.connect(onProgress)))
      await enough.promise
      await server.kill()
      await Promise.all(watching.map(({ socket }) => socket.closed))
      for (const writer of writers) writer.stop()
      const replicas = new Map(watching.map(({ document, socket }) => [document, socket.doc]))
      seen = new Set(
        writers.flatMap((writer) => writer.written).filter((write) => holds(replicas.get(write.document)!, write)),
      )

      const start = performance.now()
      await server.restart()
      // Read before any writer is back, who would bring again what was lost.
      const after = read()
      await Promise.all(after.map(({ socket }) => socket.synced))
      waits.push(performance.now() - start)
      const kept = new Map(after.map(({ document, socket }) => [document, socket.doc]))
      for (const { socket } of after) socket.close()
      const promised = new Set([...writers.flatMap((writer) => writer.acknowledged), ...seen])
      const lost = [...promised].filter((write) => !holds(kept.get(write.document)!, write))
      expect(lost, `lost by kill ${round + 1}`).toEqual([])
    }

    const acknowledged = writers.flatMap((writer) => writer.acknowledged)
    console.log(
      `${KILLS} kills: 0 lost of ${new Set([...acknowledged, ...seen]).size} writes ` +
        `(${acknowledged.length} acknowledged, ${seen.size} seen by others); ` +
        `from restart to in sync: median ${Math.round(median(waits))} ms, longest ${Math.round(Math.max(...waits))} ms`,
    )
    expect(acknowledged.length).toBeGreaterThan(KILLS * 40)
  } finally {
    await server.stop()
  }
})
