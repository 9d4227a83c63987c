import type { Item } from '../../board/index.ts'
import { type ItemId, LIMITS, type SeatId, type StepId, asId } from '../../kernel/index.ts'
import { findStop } from '../plan.ts'
import { SimulatedRoom } from './room.ts'
import type { StepPart } from '../view/view.ts'
import { viewFor } from '../view/view-for.ts'
import { workOf } from '../work.ts'
import type { ReverseOwn, ReverseView } from '../../methods/reverse/reverse-view.ts'
import type { ReverseWork } from '../../methods/reverse/work.ts'
import type { Command } from '../commands/index.ts'

const LONG = { frame: 1, negate: 2, worsen: 4, reality: 3, invert: 6, group: 2, debrief: 1 }
export const REVERSE_PHASES = ['frame', 'negate', 'worsen', 'reality', 'invert', 'group', 'debrief'] as const
type ReversePhase = (typeof REVERSE_PHASES)[number]

const NEGATIVE = ['Hide the clock', 'Ask three times', 'Lock the door', 'Shout a little'] as const

/**
 * A session with an earlier brainstorm, a long reverse brainstorm and a talk behind it, moved by hand. Leila writes the
 * negative ideas on her own. For tests.
 */
export class SimulatedReverse {
  readonly room: SimulatedRoom
  readonly people: Readonly<Record<'facilitator' | 'leila' | 'omid' | 'vera' | 'wall', SeatId>>
  readonly step: StepId
  /** An idea of the earlier step. */
  readonly before: ItemId

  constructor(settings: object = {}, names: 'hidden' | 'shown' = 'hidden') {
    this.room = new SimulatedRoom({
      settings: { participants: 250 },
      agenda: [
        { kind: 'brainstorm', names, settings: { group: 0 } },
        { kind: 'reverse', names, settings: { ...LONG, earlier: 'all', ...settings } },
        { kind: 'talk' },
      ] as never,
    })
    const { room } = this
    this.people = {
      facilitator: room.facilitator,
      leila: room.enter('Leila'),
      omid: room.enter('Omid', 'client'),
      vera: room.enter('Vera', 'observer'),
      wall: room.enter('Wall', 'screen'),
    }
    room.give(room.facilitator, { type: 'start' })
    room.write(this.people.omid, 'A bench outside')
    room.goOn()
    this.before = [...room.items.keys()][0] ?? asId('none------------')
    room.give(room.facilitator, { type: 'skip' })
    this.step = findStop(room.session)?.step.id ?? asId('none------------')
  }

  /** Goes on until a phase; Leila writes on the way. */
  goTo(phase: ReversePhase): this {
    for (let moves = 0; this.phase !== phase; moves++) {
      if (moves > 9) throw new Error(`${phase} does not come after ${this.phase}`)
      if (this.phase === 'worsen') this.write(this.people.leila, NEGATIVE)
      this.room.goOn()
    }
    this.room.wait(LIMITS.undoMs)
    return this
  }

  write(seat: SeatId, texts: readonly string[]): void {
    for (const text of texts) this.room.write(seat, text, { kind: 'negative-idea' })
  }

  get phase(): string | undefined {
    return findStop(this.room.session)?.phase.key
  }

  /** The negative ideas that lie open, in the order of the board. */
  get bad(): readonly ItemId[] {
    return this.list((item) => item.kind === 'negative-idea' && item.state === 'published')
  }

  list(which: (item: Item) => boolean): readonly ItemId[] {
    return [...this.room.items.values()].flatMap(({ item }) => (which(item) ? [item.id] : []))
  }

  get state(): ReverseWork {
    return workOf(this.room.session, this.step) as ReverseWork
  }

  /** `ok`, or the code of the refusal. */
  tell(seat: SeatId, command: Command): string {
    const result = this.room.give(seat, command)
    return result.ok ? 'ok' : result.error.code
  }

  /** What a command answers it is about. */
  itemOf(seat: SeatId, command: Command): ItemId | undefined {
    const result = this.room.give(seat, command)
    if (!result.ok) throw new Error(result.error.code)
    return result.value.answer.item
  }

  /** Turns a negative idea round, and answers the new idea. */
  turn(seat: SeatId, item: ItemId, text = 'Show the wait'): ItemId {
    const idea = this.itemOf(seat, { type: 'add-item', kind: 'idea', text, inverts: [item] })
    if (!idea) throw new Error('nothing was added')
    return idea
  }

  viewOf(seat: SeatId) {
    return viewFor(this.room.session, seat, this.room.surroundings())
  }

  seen(seat: SeatId): ReverseView {
    return this.viewOf(seat).work?.[this.step]?.data as ReverseView
  }

  own(seat: SeatId): ReverseOwn {
    return this.viewOf(seat).me.work as ReverseOwn
  }

  stepOf(seat: SeatId): StepPart | undefined {
    return this.viewOf(seat).step
  }
}
