import type { Cluster, DraftItem, Item, Link } from '../../board/index.ts'
import {
  type ClusterId,
  type ItemId,
  type LinkId,
  type Random,
  type Refusal,
  type Result,
  type SeatId,
  type TableId,
  asId,
  omit,
  seededRandom,
} from '../../kernel/index.ts'
import { followAttendance } from '../attendance.ts'
import type { Circumstances, DocumentWrite, OwnedItem } from '../circumstances.ts'
import { newCode } from '../code.ts'
import { type Command, decide } from '../commands/index.ts'
import { createSession } from '../create.ts'
import type { Decision, Envelope, SeatEnd } from '../decision.ts'
import type { NewSession } from '../fields.ts'
import { type Joining, join } from '../join.ts'
import { findStop } from '../plan.ts'
import { listSeats } from '../rights.ts'
import type { Invite, Session } from '../session.ts'
import { tick } from '../tick.ts'
import type { Surroundings } from '../view/view.ts'

const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'

/** Ids of 16 characters out of replayable chance. */
export const seededIds =
  (random: Random): (() => string) =>
  () =>
    Array.from({ length: 16 }, () => ID_ALPHABET.charAt(Math.floor(random() * 64))).join('')

/**
 * A session with its documents as plain maps, moved by hand: what a server does around the rules, without a server.
 * For tests.
 */
export class SimulatedRoom {
  session: Session
  now = 1_000_000
  readonly facilitator: SeatId
  readonly items = new Map<ItemId, OwnedItem>()
  readonly links = new Map<LinkId, Link>()
  readonly cloths = new Map<TableId, Map<ItemId, OwnedItem>>()
  readonly clusters = new Map<ClusterId, Cluster>()
  readonly drafts = new Map<SeatId, Map<ItemId, DraftItem>>()
  readonly away = new Map<SeatId, number>()
  readonly random: Random
  readonly newId: () => string

  constructor(plan: Partial<NewSession> = {}, seed = 1) {
    this.random = seededRandom(seed)
    this.newId = seededIds(this.random)
    const created = createSession(
      { title: 'The front desk', facilitatorName: 'Amina', ...plan },
      {
        now: this.now,
        random: this.random,
        newId: this.newId,
        newSecret: (bytes) => `secret-${bytes}-${this.newId()}`,
        newCode: () => newCode(this.random),
      },
    )
    if (!created.ok) throw new Error(created.error.code)
    this.session = created.value.session
    this.facilitator = created.value.facilitator
  }

  /** Sits somebody down, or throws. */
  enter(name: string, invite: Invite = 'participant', more: Partial<Joining> = {}): SeatId {
    const joined = join(this.session, { invite, name, ...more }, this)
    if (!joined.ok) throw new Error(joined.error.code)
    this.session = joined.value.session
    return joined.value.seat
  }

  /** Gives a command and carries out what follows. */
  give(seat: SeatId, command: Command & Partial<Envelope>): Result<Decision, Refusal> {
    const decision = decide(this.session, command, seat, this.circumstances())
    if (decision.ok) this.carryOut(decision.value)
    return decision
  }

  /** Lets time pass, and what it brings about happen. */
  wait(ms: number): void {
    this.now += ms
    const decision = tick(this.session, this.circumstances())
    if (decision) this.carryOut(decision)
  }

  /** Goes on as a facilitator does, through an armed press where one is needed. */
  goOn(): void {
    if (this.give(this.facilitator, { type: 'advance' }).ok) return
    this.give(this.facilitator, { type: 'arm' })
    this.give(this.facilitator, { type: 'advance' })
  }

  /** Writes a private item for the live step, or for another. */
  write(seat: SeatId, text: string, more: Partial<DraftItem> = {}): ItemId {
    const item: DraftItem = {
      id: asId(this.newId()),
      kind: 'idea',
      step: findStop(this.session)?.step.id ?? asId('no-step-is-live-'),
      text,
      lang: 'en',
      state: 'ready',
      ...more,
    }
    this.draftOf(seat).set(item.id, item)
    return item.id
  }

  circumstances(): Circumstances {
    return {
      now: this.now,
      random: this.random,
      newId: this.newId,
      item: (id) => this.items.get(id),
      itemCount: () => this.items.size,
      isGroup: (id) => [...this.items.values()].some(({ item }) => item.cluster === id && item.state === 'published'),
      itemsOf: (step) => [...this.items.values()].flatMap(({ item }) => (item.step === step ? [item] : [])),
      looseItems: (step) =>
        [...this.items.values()].flatMap(({ item }) =>
          item.step === step && item.state === 'published' && item.cluster === undefined ? [item.id] : [],
        ),
      isWrittenFor: (step) =>
        [...this.items.values()].some(({ item }) => item.step === step) ||
        [...this.drafts.values()].some((items) => [...items.values()].some((item) => item.step === step)),
      linksOf: (id) => [...this.links.values()].filter(({ from, to }) => from === id || to === id),
      cloth: (table) => [...(this.cloths.get(table)?.values() ?? [])],
      draft: (seat, id) => this.drafts.get(seat)?.get(id),
      drafts: (seat) => [...(this.drafts.get(seat)?.values() ?? [])],
      signed: (seat) => [...this.items.values()].flatMap(({ item }) => (item.author === seat ? [item.id] : [])),
      signedOnCloths: (seat) =>
        [...this.cloths].flatMap(([table, items]) =>
          [...items.values()].flatMap(({ item }) => (item.author === seat ? [{ item: item.id, table }] : [])),
        ),
      readyDrafts: (step) =>
        [...this.drafts].flatMap(([seat, items]) =>
          [...items.values()]
            .filter((item) => item.step === step && item.state === 'ready')
            .map((item) => ({ seat, item })),
        ),
    }
  }

  surroundings(): Surroundings {
    return {
      now: this.now,
      version: 1,
      here: new Set(Object.keys(this.session.seats) as SeatId[]),
      ready: new Map(),
      activeAt: new Map(),
      published: this.items.size,
    }
  }

  /** Lets time pass in which only these people are here, and what follows from that happen. */
  waitWith(here: readonly SeatId[], ms: number): void {
    for (const { id } of listSeats(this.session)) {
      if (here.includes(id)) this.away.delete(id)
      else if (!this.away.has(id)) this.away.set(id, this.now)
    }
    this.attend()
    this.wait(ms)
    this.attend()
  }

  /** What follows from who is here now. */
  attend(): void {
    this.session = followAttendance(this.session, this.away, this.now)
  }

  /** Carries out what somebody decided: the next session, and what is written. */
  carryOut({ session, writes, ended }: Decision): void {
    this.session = session
    for (const write of writes) this.apply(write)
    if (ended) this.endSeat(ended)
  }

  private endSeat(ended: SeatEnd): void {
    this.drafts.delete(ended.seat)
    for (const [id, { item, owner }] of this.items) {
      if (owner !== ended.seat) continue
      this.items.set(id, { item, ...(ended.type === 'merged' && { owner: ended.into }) })
    }
  }

  private apply(write: DocumentWrite): void {
    switch (write.type) {
      case 'add-item':
        this.place(write)
        return
      case 'set-text':
        return this.change(write.item, { text: write.text })
      case 'set-second':
        return this.replace(write.item, (item) => ({
          ...omit(item, 'second'),
          ...(write.second && { second: write.second }),
        }))
      case 'set-author':
        return this.replace(
          write.item,
          (item) => ({ ...omit(item, 'author'), ...(write.author && { author: write.author }) }),
          write.table === undefined ? this.items : this.clothOf(write.table),
        )
      case 'set-state':
        return this.change(write.item, { state: write.state })
      case 'add-cluster':
        this.clusters.set(write.cluster.id, write.cluster)
        return
      case 'add-link':
        this.links.set(write.link.id, write.link)
        return
      case 'remove-link':
        this.links.delete(write.link)
        return
      case 'put-draft':
        this.draftOf(write.seat).set(write.item.id, write.item)
    }
  }

  private place({ item, owner, cloth }: Extract<DocumentWrite, { type: 'add-item' }>): void {
    const items = cloth && item.table ? this.clothOf(item.table) : this.items
    items.set(item.id, { item, ...(owner && { owner }) })
  }

  /** What lies on the cloth of a table. */
  clothOf(table: TableId): Map<ItemId, OwnedItem> {
    const items = this.cloths.get(table) ?? new Map<ItemId, OwnedItem>()
    this.cloths.set(table, items)
    return items
  }

  private change(id: ItemId, fields: Partial<Item>): void {
    this.replace(id, (item) => ({ ...item, ...fields }))
  }

  private replace(id: ItemId, change: (item: Item) => Item, items = this.items): void {
    const owned = items.get(id)
    if (owned) items.set(id, { ...owned, item: change(owned.item) })
  }

  private draftOf(seat: SeatId): Map<ItemId, DraftItem> {
    const items = this.drafts.get(seat) ?? new Map<ItemId, DraftItem>()
    this.drafts.set(seat, items)
    return items
  }
}
