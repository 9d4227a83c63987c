import { type ItemId, type SeatId, type StepId, asId } from '../../kernel/index.ts'
import type { WhyPhase, WhyTree, WhysView } from '../../methods/five-whys/index.ts'
import type { Command } from '../commands/index.ts'
import { findStop } from '../plan.ts'
import { SimulatedRoom } from './room.ts'
import { viewFor } from '../view/view-for.ts'
import type { View } from '../view/view.ts'
import { workOf } from '../work.ts'

/** A session whose first step is a run of Five Whys, with somebody of every role. For tests. */
export class WhysRoom {
  readonly room: SimulatedRoom
  readonly step: StepId
  readonly facilitator: SeatId
  readonly participant: SeatId
  readonly other: SeatId
  readonly scribe: SeatId
  readonly co: SeatId
  readonly client: SeatId
  readonly observer: SeatId
  readonly screen: SeatId

  constructor(plan: ConstructorParameters<typeof SimulatedRoom>[0] = {}, seed = 1) {
    this.room = new SimulatedRoom(
      { agenda: [{ kind: 'five-whys', settings: { therefore: 3 } }, { kind: 'talk' }], ...plan },
      seed,
    )
    this.facilitator = this.room.facilitator
    this.participant = this.room.enter('Leila')
    this.other = this.room.enter('Omid')
    this.scribe = this.room.enter('Sergei')
    this.co = this.room.enter('Bob')
    this.client = this.room.enter('Rosa', 'client')
    this.observer = this.room.enter('Olga', 'observer')
    this.screen = this.room.enter('', 'screen')
    this.must(this.facilitator, { type: 'set-role', seat: this.co, role: 'co-facilitator' })
    this.must(this.facilitator, { type: 'set-flag', seat: this.scribe, flag: 'scribe', on: true })
    this.must(this.facilitator, { type: 'start' })
    this.step = findStop(this.room.session)?.step.id ?? asId('no-step-is-live-')
  }

  get tree(): WhyTree {
    return workOf(this.room.session, this.step) as WhyTree
  }

  get phase(): string | undefined {
    const stop = findStop(this.room.session)
    return stop?.step.id === this.step ? stop.phase.key : undefined
  }

  view(seat: SeatId): View {
    return viewFor(this.room.session, seat, this.room.surroundings())
  }

  /** The run as somebody is shown it. */
  shown(seat: SeatId): WhysView | undefined {
    return this.view(seat).work?.[this.step]?.data as WhysView | undefined
  }

  /** Gives a command that has to be accepted, and answers the item that it made. */
  must(seat: SeatId, command: Command): ItemId {
    const result = this.room.give(seat, command)
    if (!result.ok) throw new Error(`${command.type}: ${JSON.stringify(result.error)}`)
    return result.value.answer.item ?? asId('nothing-was-made')
  }

  codeOf(seat: SeatId, command: Command): string {
    const result = this.room.give(seat, command)
    return result.ok ? 'ok' : result.error.code
  }

  /** Says what the problem is, and has it accepted. */
  accept(): void {
    const { statement } = this.tree.problem
    const say = (field: 'what' | 'where' | 'since', text: string) =>
      this.must(this.participant, { type: 'state-problem', field, text, was: statement[field] ?? '' })
    say('what', 'People wait 25 minutes')
    say('where', 'At the front desk')
    say('since', 'Since March')
    this.must(this.facilitator, {
      type: 'accept-problem',
      accepted: true,
      statement: this.tree.problem.statement,
    })
  }

  goTo(phase: WhyPhase): void {
    for (let steps = 0; this.phase !== phase; steps++) {
      if (steps > 5) throw new Error(`${phase} does not come`)
      this.room.goOn()
    }
  }

  cause(seat: SeatId, text: string, parent?: ItemId): ItemId {
    return this.must(seat, { type: 'add-cause', text, ...(parent && { parent }) })
  }
}
