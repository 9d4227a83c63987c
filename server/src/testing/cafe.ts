import { openTable } from '@roundel/shared/board'
import { type TableId, asId } from '@roundel/shared/kernel'
import type { CafeView } from '@roundel/shared/methods/cafe'
import type { View } from '@roundel/shared/session'
import type * as Y from 'yjs'
import { type Meeting, type Person, createMeeting, give, newId, order, sitDown, viewOf } from './program.ts'
import type { RunningServer } from './running-server.ts'

/** A café that is on, with so many people. */
export interface CafeMeeting {
  readonly meeting: Meeting
  readonly people: readonly Person[]
  readonly goTo: (phase: string) => Promise<void>
  readonly view: (person?: Person) => Promise<CafeView>
  /** Who sits at each table now, the host first. */
  readonly tables: () => Promise<ReadonlyMap<TableId, readonly Person[]>>
}

const workOf = (view: View): CafeView =>
  Object.values(view.work ?? {})
    .map(({ data }) => data)
    .find((data): data is CafeView => typeof data === 'object' && data !== null && 'places' in data) as CafeView

/** Opens a session with a café, and sits people down at it. */
export const openCafe = async (
  server: RunningServer,
  people: number,
  step: Record<string, unknown> = {},
): Promise<CafeMeeting> => {
  const meeting = await createMeeting(server, {
    settings: { participants: 250 },
    agenda: [{ kind: 'cafe', ...step }, { kind: 'break' }],
  })
  const seated: Person[] = []
  for (let nth = 0; nth < people; nth++) seated.push(await sitDown(meeting, `Guest ${nth}`))
  const view = async (person: Person = meeting): Promise<CafeView> => workOf(await viewOf(person))
  return {
    meeting,
    people: seated,
    view,
    goTo: async (phase) => {
      if ((await viewOf(meeting)).session.state === 'lobby') await order(meeting, { type: 'start' })
      for (let presses = 0; (await viewOf(meeting)).step?.phase !== phase; presses++) {
        if (presses > 20) throw new Error(`never came to ${phase}`)
        if ((await give(meeting, { type: 'advance' })).status === 200) continue
        await order(meeting, { type: 'arm' })
        await order(meeting, { type: 'advance' })
      }
    },
    tables: async () => {
      const { places, tables } = await view()
      return new Map(
        tables.map(({ id }) => {
          const there = seated.filter(({ seat }) => places[asId<'seat'>(seat)]?.table === id)
          const isHost = ({ seat }: Person): number => Number(places[asId<'seat'>(seat)]?.role === 'host')
          return [id, there.toSorted((one, other) => isHost(other) - isHost(one))]
        }),
      )
    },
  }
}

/** Writes a note on a cloth as a client does. */
export const writeNote = (
  doc: Y.Doc,
  { step, table, round, author, text }: Record<'step' | 'table' | 'author' | 'text', string> & { round: number },
): void =>
  openTable(doc).items.add({
    id: asId(newId()),
    kind: 'idea',
    step: asId(step),
    text,
    lang: 'en',
    rank: '',
    state: 'published',
    author: asId(author),
    table: asId(table),
    round,
  })

/** The texts on a cloth. */
export const readNotes = (doc: Y.Doc): string[] => [...openTable(doc).items.all().values()].map(({ text }) => text)
