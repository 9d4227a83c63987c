import { randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import { expect, test } from '@playwright/test'
import { type DocumentWriter, type Writing, holds, textOf } from './document-writer.ts'
import { WritingCompany } from './writing-company.ts'
import { type Server, startServer } from './server.ts'

const KILLS = Number(process.env['KILLS'] ?? 5)
/** After so many kills people begin a new session: a board has an end. */
const KILLS_PER_SESSION = 10
const LAST_MS = 100

interface Killed {
  /** What others saw of what was written, when the server died. */
  readonly seen: readonly Writing[]
  /** What was acknowledged in its last 100 ms. */
  readonly last: { readonly board: number; readonly drafts: number; readonly commands: number }
  readonly isFolding: boolean
}

/** Lets people write until so much was acknowledged, or a document begins to be folded, and kills the server then. */
const writeAndKill = async (server: Server, company: WritingCompany, folding: { count: number }): Promise<Killed> => {
  const watching = await company.read()
  const { writers, givers } = company
  const enough = Promise.withResolvers<void>()
  const before = company.acknowledged()
  const [goal, least] = [before + randomInt(40, 300), before + 20]
  const onProgress = (): void => {
    const now = company.acknowledged()
    if (now >= goal || (folding.count > 0 && now >= least)) enough.resolve()
  }
  for (const giver of givers) giver.start(onProgress)
  await Promise.all(writers.map((writer) => writer.connect(onProgress)))
  await enough.promise
  const killedAt = performance.now()
  await server.kill()
  const isFolding = folding.count > 0
  await Promise.all([...watching.values()].map(({ closed }) => closed))
  for (const writer of writers) writer.stop()
  await Promise.all(givers.map((giver) => giver.stop()))

  const isLast = (at: number | undefined): boolean => at !== undefined && at > killedAt - LAST_MS
  const count = (which: readonly DocumentWriter[]): number =>
    which.reduce((sum, { acknowledgedAt }) => sum + acknowledgedAt.filter(isLast).length, 0)
  const written = writers.flatMap((writer) => writer.written)
  return {
    seen: written.filter((writing) => holds(watching.get(writing.document)?.doc as Y.Doc, writing)),
    last: {
      board: count(writers.filter(({ document }) => document === 'board')),
      drafts: count(writers.filter(({ document }) => document !== 'board')),
      commands: givers.reduce((sum, giver) => sum + giver.answered().filter(({ at }) => isLast(at)).length, 0),
    },
    isFolding,
  }
}

/** Gives the latest commands once more: those that were answered get the same answer, and none is carried out twice. */
const repeatCommands = async (company: WritingCompany): Promise<void> => {
  for (const giver of company.givers) {
    for (const given of giver.given.slice(-3)) {
      const again = await giver.repeat(given)
      if (given.answer) expect(again).toEqual(given.answer)
    }
  }
  const after = await company.read()
  const board = after.get('board')?.doc as Y.Doc
  const texts = [...board.getMap('items').keys()].map((item) => textOf(board, item))
  for (const { mark } of company.givers.flatMap((giver) => giver.given.slice(-3))) {
    expect(texts.filter((text) => text === mark)).toHaveLength(1)
  }
  for (const socket of after.values()) socket.close()
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

test(`H7 D40 nothing that was acknowledged or seen is lost when the server is killed ${KILLS} times`, async () => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const server = await startServer({ LOG_LEVEL: 'debug' })
  const folding = { count: 0 }
  server.onPrint((text) => {
    folding.count += (text.match(/a document is being folded/g) ?? []).length
    folding.count -= (text.match(/a document was folded/g) ?? []).length
  })
  try {
    const waits: number[] = []
    let acknowledged = 0
    let commands = 0
    let seenByOthers = 0
    let foldings = 0
    for (let first = 0; first < KILLS; first += KILLS_PER_SESSION) {
      const company = await WritingCompany.gather(server.origin)
      let seen: readonly Writing[] = []
      for (let kill = first + 1; kill <= Math.min(KILLS, first + KILLS_PER_SESSION); kill++) {
        const killed = await writeAndKill(server, company, folding)
        seen = killed.seen
        folding.count = 0
        const start = performance.now()
        await server.restart()
        const lost = await company.findLost(seen)
        waits.push(performance.now() - start)
        const { board, drafts, commands: answered } = killed.last
        const last = board + drafts + answered
        console.log(
          `kill ${kill}: ${last} acknowledged in the last ${LAST_MS} ms ` +
            `(board ${board}, drafts ${drafts}, commands ${answered})` +
            `${killed.isFolding ? ', while a document was folded' : ''}; ${lost.length} lost`,
        )
        expect(lost, `lost by kill ${kill}`).toEqual([])
        expect(last).toBeGreaterThan(0)
        await repeatCommands(company)
        if (killed.isFolding) foldings++
      }
      acknowledged += company.writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0)
      commands += company.givers.reduce((sum, giver) => sum + giver.answered().length, 0)
      seenByOthers += seen.length
    }
    console.log(
      `${KILLS} kills, ${foldings} of them while a document was folded: 0 lost of ${acknowledged} writes and ` +
        `${commands} commands acknowledged, ${seenByOthers} writes seen by others; ` +
        `from restart to in sync: median ${Math.round(median(waits))} ms, longest ${Math.round(Math.max(...waits))} ms`,
    )
    expect(acknowledged).toBeGreaterThan(KILLS * 20)
    expect(commands).toBeGreaterThan(KILLS)
  } finally {
    await server.stop()
  }
})
