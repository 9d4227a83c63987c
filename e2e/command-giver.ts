import { type ProgramSeat, type Reply, ask, newId } from './program.ts'

/** A command as it was given, to be given again under the same number. */
export interface Given {
  readonly body: Readonly<Record<string, unknown>>
  /** The text that the item carries which it adds. */
  readonly mark: string
  /** What the server answered; undefined when it died first. */
  readonly answer?: { readonly version: number; readonly item: string }
  /** When it was answered. */
  readonly at?: number
}

const send = ({ origin, session, token }: ProgramSeat, body: Given['body']): Promise<Reply | undefined> =>
  // A server that dies answers nothing.
  ask(`${origin}/api/sessions/${session}/commands`, { token, body }).catch(() => undefined)

/** Gives commands that add items, one after the other, as fast as one person may. */
export class CommandGiver {
  readonly given: Given[] = []
  readonly #seat: ProgramSeat
  readonly #name: string
  #isStopped = true
  #running: Promise<void> = Promise.resolve()

  constructor(seat: ProgramSeat, name: string) {
    this.#seat = seat
    this.#name = name
  }

  start(onProgress: () => void): void {
    this.#isStopped = false
    this.#running = this.#run(onProgress)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running
  }

  answered(): readonly Given[] {
    return this.given.filter(({ answer }) => answer !== undefined)
  }

  /** What the server says when the command comes once more. */
  async repeat({ body }: Given): Promise<Given['answer']> {
    const reply = await send(this.#seat, body)
    if (reply?.status !== 200) throw new Error(`a repeated command was answered ${reply?.status}: ${reply?.text}`)
    return reply.json as NonNullable<Given['answer']>
  }

  async #run(onProgress: () => void): Promise<void> {
    while (!this.#isStopped) {
      const mark = `${this.#name} ${this.given.length}`
      const body = { commandId: newId(), type: 'add-item', kind: 'idea', text: mark, lang: 'en' }
      const reply = await send(this.#seat, body)
      // Too fast: nobody may give more for now, and the writers go on.
      if (reply?.status === 429) return
      const answer = reply?.status === 200 ? (reply.json as NonNullable<Given['answer']>) : undefined
      this.given.push(answer ? { body, mark, answer, at: performance.now() } : { body, mark })
      if (!answer) return
      onProgress()
    }
  }
}
