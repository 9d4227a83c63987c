import { setTimeout } from 'node:timers/promises'
import { type Meeting, type Person, give, viewOf } from '../../src/testing/program.ts'
import { type DocumentClient, writeDraft } from '../../src/testing/sockets.ts'

/** Somebody who writes, with the document of their own ideas. */
export interface Writer {
  readonly person: Person
  readonly draft: DocumentClient
}

type Command = Readonly<Record<string, unknown>>

/** What whoever leads presses in a minute: everything that reaches all, and what is about one person. */
const presses = (people: readonly Person[]): readonly Command[] => {
  const [one, two] = people as [Person, Person]
  return [
    { type: 'set-clock', addMs: 60_000 },
    { type: 'message', text: 'One idea per note' },
    { type: 'set-role', seat: one.seat, role: 'co-facilitator' },
    { type: 'rename', seat: two.seat, name: 'Renamed by who leads' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'lock', locked: true },
    { type: 'lock', locked: false },
    { type: 'gather' },
    { type: 'insert-step', step: { kind: 'talk', title: 'One word each' } },
    { type: 'arm' },
    { type: 'cancel' },
    { type: 'remove', seat: two.seat },
    { type: 'restore', seat: two.seat },
    { type: 'arm' },
    { type: 'advance' },
    { type: 'message', text: 'Read, then build on it' },
    { type: 'set-clock', leftMs: 120_000 },
    { type: 'set-role', seat: one.seat, role: 'participant' },
    { type: 'gather' },
    { type: 'advance' },
    { type: 'back' },
    { type: 'advance' },
    { type: 'skip' },
  ]
}

/** Marks and ideas of one writer, one after the other; an idea is private until the reveal, and a command after it. */
const act = async ({ person, draft }: Writer, turn: number, step: string, isOpen: boolean): Promise<void> => {
  const mark = [{ type: 'hand' }, { type: 'need-time' }, { type: 'ready' }][turn % 3]
  if (turn % 4 === 3) await give(person, { type: turn % 8 === 3 ? 'mark' : 'unmark', mark: mark?.type })
  else if (isOpen) await give(person, { type: 'add-item', kind: 'idea', text: `Open idea ${turn}`, lang: 'en' })
  else writeDraft(draft.doc, step, `Private idea ${turn}`)
}

/** One minute, or as many seconds as are wished, of a led session. Answers how many presses and deeds there were. */
export const liveThrough = async (
  meeting: Meeting,
  people: readonly Person[],
  writers: readonly Writer[],
  seconds: number,
): Promise<{ readonly presses: number; readonly refused: number; readonly deeds: number }> => {
  const began = performance.now()
  const ends = began + seconds * 1000
  const script = presses(people)
  const step = (await viewOf(meeting)).step?.id ?? ''
  let isOpen = false
  let refused = 0
  const lead = async (): Promise<void> => {
    for (const [nth, command] of script.entries()) {
      await setTimeout(Math.max(0, began + (nth * (ends - began)) / script.length - performance.now()))
      const { step: live } = await viewOf(meeting)
      const moves = ['arm', 'advance', 'back', 'skip', 'cancel'].includes(String(command['type']))
      const expected = moves && live && { expected: { step: live.id, epoch: live.epoch } }
      const reply = await give(meeting, { ...command, ...expected })
      if (reply.status !== 200) {
        refused++
        console.error(`${String(command['type'])}: ${reply.text}`)
      }
      if (command['type'] === 'advance') isOpen = true
    }
  }
  let deeds = 0
  const write = async (writer: Writer, nth: number): Promise<void> => {
    for (let turn = nth; ; turn++) {
      // Each at their own pace, one deed in three to six seconds, and none at the same moment as all others.
      const pause = 3_000 + ((nth * 997 + turn * 389) % 3_000)
      if (performance.now() + pause > ends) return
      await setTimeout(pause)
      await act(writer, turn, step, isOpen)
      deeds++
    }
  }
  await Promise.all([lead(), ...writers.map(write)])
  return { presses: script.length, refused, deeds }
}
