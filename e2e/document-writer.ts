import * as Y from 'yjs'
import { type ProgramSeat, newId } from './program.ts'
import { type RawSocket, openRaw } from './raw.ts'

/** Messages that a writer sends before it waits for an acknowledgement. */
const IN_FLIGHT = 8
const NEW_ITEM_EVERY = 20

/** Something written, known again by its mark in the text of an item. */
export interface Writing {
  readonly document: string
  readonly item: string
  readonly mark: string
}

/** The text of an item, empty when there is none. */
export const textOf = (doc: Y.Doc, item: string): string => {
  const record = doc.getMap('items').get(item)
  const text = record instanceof Y.Map ? record.get('text') : undefined
  return text instanceof Y.Text ? text.toJSON() : ''
}

/** Whether a replica has what was written. */
export const holds = (doc: Y.Doc, { item, mark }: Writing): boolean => textOf(doc, item).includes(mark)

/** Writes without a pause in one document, as one person, and remembers what of it was acknowledged, and when. */
export class DocumentWriter {
  readonly acknowledged: Writing[] = []
  readonly acknowledgedAt: number[] = []
  readonly written: Writing[] = []
  readonly document: string
  readonly seat: ProgramSeat
  readonly #step: string
  readonly #draft: boolean
  readonly #doc = new Y.Doc()
  #socket: RawSocket | undefined
  #unacknowledged: { readonly writing: Writing; readonly message: number }[] = []
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
      this.acknowledged.push(...arrived.map(({ writing }) => writing))
      this.acknowledgedAt.push(...arrived.map(() => performance.now()))
      if (arrived.length > 0) onProgress()
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
      const writing = this.#write()
      this.written.push(writing)
      this.#unacknowledged.push({ writing, message: socket.sent() })
    }
  }

  #write(): Writing {
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
