import {
  type ItemId,
  type LinkId,
  type Refusal,
  type RefusalCode,
  type Result,
  type SeatId,
  asId,
  fail,
  refusal,
} from '../../kernel/index.ts'
import type { ItemKind, Link } from '../../board/index.ts'
import type { AnyWorkDefinition, WorkWrite } from '../workings.ts'
import type { WhyChange, WhyMoment } from './commands/command.ts'
import { WHY_COMMANDS, type WhyCommand } from './commands/commands.ts'
import { linksOf } from './tree-links.ts'
import { type CheckId, type WhyPhase, type WhyTree, plantTree } from './tree.ts'

const STEP = asId<'step'>('step-of-the-run--')

const seat = (name: string): SeatId => asId(`seat-${name}`.padEnd(16, '-'))

/** Amina leads, Sergei writes down for others, Leila and Omid take part. */
export const AMINA = seat('amina')
export const SERGEI = seat('sergei')
export const LEILA = seat('leila')
export const OMID = seat('omid')
export const PEOPLE = [AMINA, SERGEI, LEILA, OMID] as const

/** A run of the method with its board as plain maps, moved by hand. For tests. */
export class SimulatedWhys {
  tree: WhyTree = plantTree()
  phase: WhyPhase = 'problem'
  readonly texts = new Map<ItemId, { text: string; owner: SeatId; kind: ItemKind }>()
  readonly links = new Map<LinkId, Link>()
  private made = 0

  /** A run whose problem is accepted, in the phase in which people ask why. */
  static begun(): SimulatedWhys {
    const run = new SimulatedWhys()
    run.must(LEILA, { type: 'state-problem', field: 'what', text: 'People wait 25 minutes', was: '' })
    run.must(OMID, { type: 'state-problem', field: 'where', text: 'At the front desk', was: '' })
    run.must(OMID, { type: 'state-problem', field: 'since', text: 'Since March', was: '' })
    run.must(AMINA, { type: 'accept-problem', accepted: true, statement: run.tree.problem.statement })
    run.phase = 'whys'
    return run
  }

  copy(): SimulatedWhys {
    const run = new SimulatedWhys()
    run.tree = this.tree
    run.phase = this.phase
    run.made = this.made
    for (const [item, text] of this.texts) run.texts.set(item, text)
    for (const [key, link] of this.links) run.links.set(key, link)
    return run
  }

  private readonly newId = (): string => `made${String(this.made++).padStart(12, '0')}`

  private moment(by: SeatId): WhyMoment {
    return {
      now: 1_000_000,
      step: STEP,
      settings: {},
      prompts: [],
      language: 'en',
      nameOf: () => undefined,
      participants: [],
      cloth: () => [],
      isGroup: () => false,
      input: () => [],
      random: () => 0,
      seat: by,
      leads: by === AMINA,
      scribe: by === SERGEI,
      phase: this.phase,
      people: PEOPLE,
      item: (id) => {
        const found = this.texts.get(id)
        return found && { id, kind: found.kind, step: STEP, text: found.text, lang: 'en', rank: '', state: 'published' }
      },
      itemsOf: () => [],
      linksOf: (item) => [...this.links.values()].filter(({ from, to }) => from === item || to === item),
      owns: (item) => this.texts.get(item)?.owner === by,
      newId: this.newId,
    }
  }

  /** Gives a command as a session would, and carries out what follows. */
  give(by: SeatId, command: WhyCommand): Result<WhyChange, Refusal> {
    const definition = (WHY_COMMANDS as readonly AnyWorkDefinition[]).find(({ type }) => type === command.type)
    if (!definition) throw new Error(`unknown command: ${command.type}`)
    const moment = this.moment(by)
    if (!definition.phases.includes(this.phase)) return fail(refusal('wrong-phase'))
    if (definition.may && !definition.may(moment)) return fail(refusal('not-allowed'))
    const objection = definition.objection?.(this.tree)
    const change: Result<WhyChange, Refusal> = objection
      ? fail(objection)
      : definition.decide(this.tree, command, moment)
    if (change.ok) this.carryOut(by, change.value)
    return change
  }

  /** Why a command was refused, or that it was not. */
  codeOf(by: SeatId, command: WhyCommand): RefusalCode | 'ok' {
    const decision = this.give(by, command)
    return decision.ok ? 'ok' : decision.error.code
  }

  /** Gives a command that has to be accepted, and answers the item that it made. */
  must(by: SeatId, command: WhyCommand): ItemId {
    const decision = this.give(by, command)
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
    return decision.value.item ?? asId('nothing-was-made')
  }

  cause(by: SeatId, text: string, parent?: ItemId): ItemId {
    return this.must(by, { type: 'add-cause', text, ...(parent !== undefined && { parent }) })
  }

  /** A cause that was seen to be one. */
  verify(cause: ItemId): void {
    this.must(LEILA, { type: 'add-evidence', cause, text: 'I saw it', kind: 'observed', supports: true })
    this.must(AMINA, { type: 'judge-cause', cause, verdict: 'verified' })
  }

  check(by: SeatId, cause: ItemId, owner: SeatId): CheckId {
    this.must(by, { type: 'add-check', cause, question: 'Is it so on Mondays?', owner, due: '2026-12-01' })
    return this.tree.checks.at(-1)?.id ?? asId('nothing-was-made')
  }

  private carryOut(by: SeatId, { state, writes }: WhyChange): void {
    this.tree = state
    for (const write of writes) this.apply(by, write)
  }

  private apply(by: SeatId, write: WorkWrite): void {
    switch (write.type) {
      case 'add-item':
        this.texts.set(write.item, { text: write.text, owner: by, kind: write.kind })
        return
      case 'set-state':
        this.texts.delete(write.item)
        return
      case 'set-text': {
        const before = this.texts.get(write.item)
        if (before) this.texts.set(write.item, { ...before, text: write.text })
        return
      }
      case 'add-link': {
        const id = asId<'link'>(this.newId())
        this.links.set(id, { ...write.link, id })
        return
      }
      case 'remove-link':
        this.links.delete(write.link)
    }
  }

  /** The links that the tree means, and those that are kept here. */
  linked(): { readonly meant: readonly string[]; readonly kept: readonly string[] } {
    const sayAll = (links: readonly Pick<Link, 'type' | 'from' | 'to'>[]) =>
      links.map(({ type, from, to }) => `${type} ${from} ${to}`).toSorted()
    return { meant: sayAll(linksOf(this.tree)), kept: sayAll([...this.links.values()]) }
  }
}
