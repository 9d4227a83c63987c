import type { Item } from '../../board/index.ts'
import type { ItemId, SeatId, StepId } from '../../kernel/index.ts'
import type { Command } from '../index.ts'
import { findStop } from '../plan.ts'
import { SimulatedRoom } from './room.ts'
import { viewFor } from '../view/view-for.ts'
import { workOf } from '../work.ts'
import type { OwnRandom, RandomView } from '../../methods/random/random-view.ts'
import type { RandomState } from '../../methods/random/state.ts'

/** A session with one step of random associations, led through its phases by hand. For tests. */
export class RandomRoom extends SimulatedRoom {
  constructor(settings: Record<string, unknown> = {}, more: Record<string, unknown> = {}, seed = 1) {
    super({ agenda: [{ kind: 'random', settings, ...more }, { kind: 'brainstorm' }] as never }, seed)
  }

  get stepId(): StepId {
    const id = this.session.agenda.find(({ kind }) => kind === 'random')?.id
    if (!id) throw new Error('no step of random associations')
    return id
  }

  get phase(): string | undefined {
    return findStop(this.session)?.phase.key
  }

  /** Starts, and goes on until a phase is live. */
  goTo(phase: string): void {
    if (this.session.position.state === 'lobby') this.give(this.facilitator, { type: 'start' })
    for (let presses = 0; this.phase !== phase; presses++) {
      if (presses > 20) throw new Error(`never came to ${phase}`)
      this.goOn()
    }
  }

  state(): RandomState {
    return workOf(this.session, this.stepId) as RandomState
  }

  work(seat: SeatId = this.facilitator): RandomView {
    return viewFor(this.session, seat, this.surroundings()).work?.[this.stepId]?.data as RandomView
  }

  own(seat: SeatId): OwnRandom {
    return viewFor(this.session, seat, this.surroundings()).me.work as OwnRandom
  }

  /** Everything that a seat is told, as it would travel. */
  told(seat: SeatId): string {
    return JSON.stringify(viewFor(this.session, seat, this.surroundings()))
  }

  /** Gives a command and answers `ok`, or the code of the refusal. */
  try(seat: SeatId, command: Command): string {
    const result = this.give(seat, command)
    return result.ok ? 'ok' : result.error.code
  }

  itemsOfKind(kind: Item['kind']): readonly Item[] {
    return [...this.items.values()].flatMap(({ item }) => (item.kind === kind ? [item] : []))
  }

  byText(text: string): Item {
    const found = [...this.items.values()].find(({ item }) => item.text === text)
    if (!found) throw new Error(`nothing says ${text}`)
    return found.item
  }

  /** What a published item says it was inspired by. */
  sourcesOf(id: ItemId): readonly ItemId[] {
    return [...this.links.values()].flatMap(({ type, from, to }) => (type === 'inspired-by' && from === id ? [to] : []))
  }

  associate(seat: SeatId, text: string, card: ItemId | undefined = this.own(seat).hand[0]?.item): ItemId {
    return this.write(seat, text, { kind: 'association', ...(card && { inspiredBy: [card] }) })
  }
}
