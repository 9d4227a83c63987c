import { type Item } from '../../board/index.ts'
import { type ItemId, LIMITS, type SeatId, type StepId, type TableId, asId } from '../../kernel/index.ts'
import type { CafeState, CafeView, OwnCafe } from '../../methods/cafe/index.ts'
import type { Command } from '../commands/index.ts'
import { findStop } from '../plan.ts'
import { listSeats } from '../rights.ts'
import { SimulatedRoom } from './room.ts'
import { viewFor } from '../view/view-for.ts'
import { workOf } from '../work.ts'

/** A session whose first step is a café, moved by hand, with so many people. For tests. */
export class CafeRoom extends SimulatedRoom {
  readonly people: SeatId[]

  constructor(people: number, settings: Record<string, unknown> = {}, more: Record<string, unknown> = {}, seed = 1) {
    super(
      { settings: { participants: 250 }, agenda: [{ kind: 'cafe', settings, ...more }, { kind: 'score' }] as never },
      seed,
    )
    this.people = Array.from({ length: people }, (_, nth) => this.enter(`P${nth}`))
  }

  /** The café that is live, else the first on the agenda. */
  get stepId(): StepId {
    const live = findStop(this.session)?.step
    if (live?.kind === 'cafe') return live.id
    return this.session.agenda.find(({ kind }) => kind === 'cafe')?.id ?? asId('none------------')
  }

  get phase(): string | undefined {
    return findStop(this.session)?.phase.key
  }

  /** Starts, and goes on until a phase is live; the chance to take a press back lapses meanwhile. */
  goTo(phase: string): this {
    if (this.session.position.state === 'lobby') this.give(this.facilitator, { type: 'start' })
    for (let presses = 0; this.phase !== phase; presses++) {
      if (presses > 20) throw new Error(`never came to ${phase} from ${this.phase}`)
      this.goOn()
    }
    this.wait(LIMITS.undoMs)
    return this
  }

  /** Somebody comes in, in the middle of it. */
  arrive(name: string): SeatId {
    const seat = this.enter(name)
    this.attend()
    return seat
  }

  /** Somebody is not there for so long; all others are. */
  lose(seat: SeatId, ms: number): void {
    this.waitWith(this.others(seat), ms)
  }

  private others(seat: SeatId): readonly SeatId[] {
    return listSeats(this.session).flatMap(({ id }) => (id === seat || this.away.has(id) ? [] : [id]))
  }

  /** Everybody is there again. */
  find(): void {
    this.away.clear()
    this.attend()
  }

  state(): CafeState {
    return workOf(this.session, this.stepId) as CafeState
  }

  seen(seat: SeatId = this.facilitator): CafeView {
    return viewFor(this.session, seat, this.surroundings()).work?.[this.stepId]?.data as CafeView
  }

  own(seat: SeatId): OwnCafe {
    return viewFor(this.session, seat, this.surroundings()).me.work as OwnCafe
  }

  /** `ok`, or the code of the refusal with the gate that is shut. */
  try(seat: SeatId, command: Command): string {
    const result = this.give(seat, command)
    this.attend()
    if (result.ok) return 'ok'
    const gate = (result.error.details as { gate?: string } | undefined)?.gate
    return gate === undefined ? result.error.code : `${result.error.code} ${gate}`
  }

  tableOf(seat: SeatId): TableId | undefined {
    return this.seen().places[seat]?.table
  }

  hostOf(table: TableId): SeatId | undefined {
    const places = Object.entries(this.seen().places) as [SeatId, CafeView['places'][SeatId]][]
    return places.find(([, place]) => place.table === table && place.role === 'host')?.[0]
  }

  /** Who sits at a table, its host first. */
  at(table: TableId): readonly SeatId[] {
    const host = this.hostOf(table)
    const there = (Object.keys(this.seen().places) as SeatId[]).filter((seat) => this.tableOf(seat) === table)
    return there.toSorted((one, other) => Number(other === host) - Number(one === host))
  }

  get tables(): readonly TableId[] {
    return this.state().tables.map(({ id }) => id)
  }

  /** How many sit at each table, the most first. */
  get sizes(): readonly number[] {
    return this.tables.map((table) => this.at(table).length).toSorted((one, other) => other - one)
  }

  /** Writes on the cloth of somebody's table, as their device does. */
  writeOnCloth(seat: SeatId, text: string, more: Partial<Item> = {}): ItemId {
    const table = this.tableOf(seat)
    if (!table) throw new Error('sits nowhere')
    const round = this.seen().round ?? 1
    const id = asId<'item'>(this.newId())
    const item: Item = {
      id,
      kind: 'idea',
      step: this.stepId,
      text,
      lang: 'en',
      rank: '',
      state: 'published',
      author: seat,
      table,
      round,
      ...more,
    }
    this.clothOf(table).set(id, { item, owner: seat })
    return id
  }

  published(kind?: Item['kind']): readonly Item[] {
    return [...this.items.values()].flatMap(({ item }) =>
      item.state === 'published' && (kind === undefined || item.kind === kind) ? [item] : [],
    )
  }

  /** Throws unless everybody who is there has one place and every table where people sit has one host. */
  expectSound(): void {
    const { places, lead } = this.seen()
    const gone = new Set(lead?.gone)
    const expected = this.people.filter((seat) => this.session.seats[seat]?.state === 'seated' && !gone.has(seat))
    for (const round of this.state().rounds) {
      const open = round.seats.filter(({ to }) => to === undefined)
      if (new Set(open.map(({ seat }) => seat)).size !== open.length) throw new Error('somebody sits at two tables')
      for (const there of Map.groupBy(open, ({ table }) => table).values()) {
        const hosts = there.filter(({ role }) => role === 'host').length
        if (hosts !== 1) throw new Error(`a table has ${hosts} hosts`)
      }
    }
    const missing = expected.filter((seat) => !places[seat])
    if (missing.length > 0) throw new Error(`${missing.length} have no place`)
    const strangers = (Object.keys(places) as SeatId[]).filter((seat) => !expected.includes(seat))
    if (strangers.length > 0) throw new Error(`${strangers.length} have a place and are not there`)
  }
}
