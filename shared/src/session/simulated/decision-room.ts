import type { Item, ItemKind } from '../../board/index.ts'
import { type ItemId, type SeatId, type StepId, asId } from '../../kernel/index.ts'
import type { BallotBox } from '../../methods/index.ts'
import type { DecideView, DecideWork, OpenAction, OwnDecide } from '../../methods/decide/index.ts'
import type { Circumstances } from '../circumstances.ts'
import type { Command } from '../commands/index.ts'
import { SimulatedRoom } from './room.ts'
import { viewFor } from '../view/view-for.ts'
import { withWork, workOf } from '../work.ts'

/** A session whose vote is over and whose next step decides, led by hand. For tests. */
export class DecisionRoom extends SimulatedRoom {
  /** What earlier sessions left open. */
  open: readonly OpenAction[] = []

  constructor(more: Record<string, unknown> = {}, names: 'hidden' | 'shown' = 'hidden') {
    super({ agenda: [{ kind: 'score' }, { kind: 'decide', names, ...more }, { kind: 'talk' }] as never })
  }

  override circumstances(): Circumstances {
    return { ...super.circumstances(), openActions: () => this.open }
  }

  get stepId(): StepId {
    const id = this.session.agenda.find(({ kind }) => kind === 'decide')?.id
    if (!id) throw new Error('no step decides')
    return id
  }

  /** Puts an item on the board. */
  put(text: string, kind: ItemKind = 'idea'): ItemId {
    const id = asId<'item'>(this.newId())
    const item: Item = {
      id,
      kind,
      step: this.session.agenda[0]?.id as StepId,
      text,
      lang: 'en',
      rank: 'a',
      state: 'published',
    }
    this.items.set(id, { item })
    return id
  }

  /** Ends a vote with these ideas in this order; then the room decides. */
  decideOn(ideas: readonly ItemId[]): void {
    const [first] = this.session.agenda
    if (!first) throw new Error('no vote')
    this.give(this.facilitator, { type: 'start' })
    const order = ideas.map((item, at) => ({ item, rank: at + 1 }))
    const box = workOf(this.session, first.id) as BallotBox
    const shown = {
      ...box,
      poll: { state: 'shown', subject: 'ideas', items: ideas, electors: [], cast: [] },
      result: { order },
    }
    this.session = withWork(this.session, first.id, shown)
    this.order(this.facilitator, { type: 'skip' })
  }

  /** Gives a command and says what became of it. */
  order(seat: SeatId, command: object): string {
    const result = this.give(seat, command as Command)
    if (result.ok) return 'ok'
    const { code, details } = result.error
    const gate = details?.['gate'] ?? details?.['path']
    return gate === undefined ? code : `${code} ${gate}`
  }

  state(): DecideWork {
    return workOf(this.session, this.stepId) as DecideWork
  }

  see(seat: SeatId = this.facilitator): DecideView {
    return viewFor(this.session, seat, this.surroundings()).work?.[this.stepId]?.data as DecideView
  }

  own(seat: SeatId): OwnDecide {
    return viewFor(this.session, seat, this.surroundings()).me.work as OwnDecide
  }
}
