import type * as Y from 'yjs'
import { expect } from '@playwright/test'
import { CommandGiver, type Given } from './command-giver.ts'
import { DocumentWriter, type Writing, holds, textOf } from './document-writer.ts'
import { type ProgramSeat, createSession, give, secretOf, takeSeat, viewOf } from './program.ts'
import { openRaw } from './raw.ts'

const WRITERS = 6
const GIVERS = 2

/** One session with people who write on its board, in drafts of their own, and by commands. */
export class WritingCompany {
  readonly writers: readonly DocumentWriter[]
  readonly givers: readonly CommandGiver[]
  readonly #reader: ProgramSeat

  private constructor(writers: readonly DocumentWriter[], givers: readonly CommandGiver[], reader: ProgramSeat) {
    this.writers = writers
    this.givers = givers
    this.#reader = reader
  }

  static async gather(origin: string): Promise<WritingCompany> {
    // Names are shown and all write openly, so that people write on the board themselves.
    const agenda = [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }]
    const session = await createSession(origin, { agenda })
    const sit = (name: string): Promise<ProgramSeat> => takeSeat(session, session.code, name)
    const people: ProgramSeat[] = []
    for (let nth = 0; nth < WRITERS; nth++) people.push(await sit(`Writer ${nth + 1}`))
    const givers: CommandGiver[] = []
    for (let nth = 0; nth < GIVERS; nth++) {
      const name = `Giver ${nth + 1}`
      givers.push(new CommandGiver(await sit(name), name))
    }
    const reader = await takeSeat(session, secretOf(session.links.observer), 'Reader')
    expect((await give(session.facilitator, { type: 'start' })).status).toBe(200)
    const { step } = await viewOf<{ step: { id: string } }>(session.facilitator)
    const writers = people.map((seat, nth) => {
      return new DocumentWriter(seat, step.id, nth % 3 === 2 ? `draft.${seat.seat}` : 'board')
    })
    return new WritingCompany(writers, givers, reader)
  }

  /** Every document once more, at this server or another, as somebody else who may read it: an observer, or the same person's other device. */
  async read(origin?: string): Promise<ReadonlyMap<string, ReturnType<typeof openRaw>>> {
    const documents = new Map<string, ReturnType<typeof openRaw>>()
    for (const { document, seat } of this.writers) {
      if (documents.has(document)) continue
      documents.set(
        document,
        openRaw({ ...(document === 'board' ? this.#reader : seat), ...(origin !== undefined && { origin }), document }),
      )
    }
    await Promise.all([...documents.values()].map(({ synced }) => synced))
    return documents
  }

  acknowledged(): number {
    return (
      this.writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) +
      this.givers.reduce((sum, giver) => sum + giver.answered().length, 0)
    )
  }

  /**
   * What a server that came back, or the one at `origin`, does not have of what was promised so far. To be asked before any
   * writer is back, who would bring it again.
   */
  async findLost(seen: readonly Writing[], promised = this.promised(), origin?: string) {
    const after = await this.read(origin)
    const docOf = (document: string): Y.Doc => after.get(document)?.doc as Y.Doc
    const writings = [...new Set([...promised.writings, ...seen])]
    const lost = [
      ...writings.filter((writing) => !holds(docOf(writing.document), writing)),
      ...promised.commands.filter(({ mark, answer }) => textOf(docOf('board'), answer?.item ?? '') !== mark),
    ]
    for (const socket of after.values()) socket.close()
    return lost
  }

  /** What was acknowledged until now. */
  promised(): { readonly writings: readonly Writing[]; readonly commands: readonly Given[] } {
    return {
      writings: this.writers.flatMap((writer) => writer.acknowledged),
      commands: this.givers.flatMap((giver) => giver.answered()),
    }
  }
}
