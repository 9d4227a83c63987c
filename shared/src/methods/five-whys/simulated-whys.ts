import { type ItemId, type Refusal, type RefusalCode, type Result, type SeatId, asId } from '../../kernel/index.ts'
import type { WhyMoment } from './commands/command.ts'
import type { WhyCommand } from './commands/commands.ts'
import { type WhyDecision, decideWhys } from './decide-whys.ts'
import { type TreeLink, linksOf } from './tree-links.ts'
import { type CheckId, type WhyPhase, type WhyTree, plantTree } from './tree.ts'

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
  readonly texts = new Map<ItemId, { text: string; owner: SeatId; kind: string }>()
  readonly links = new Map<string, TreeLink>()
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

  moment(by: SeatId): WhyMoment {
    return {
      seat: by,
      leads: by === AMINA,
      scribe: by === SERGEI,
      phase: this.phase,
      textOf: (item) => this.texts.get(item)?.text,
      owns: (item) => this.texts.get(item)?.owner === by,
      isIdea: (item) => this.texts.get(item)?.kind === 'idea',
      takesPart: (other) => PEOPLE.includes(other),
      newId: () => `made${String(this.made++).padStart(12, '0')}`,
    }
  }

  /** Gives a command and carries out what follows. */
  give(by: SeatId, command: WhyCommand): Result<WhyDecision, Refusal> {
    const decision = decideWhys(this.tree, command, this.moment(by))
    if (decision.ok) this.carryOut(by, decision.value)
    return decision
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
    const [write] = decision.value.writes
    return write?.item ?? asId('nothing-was-made')
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

  private carryOut(by: SeatId, { tree, writes, added, removed }: WhyDecision): void {
    this.tree = tree
    for (const write of writes) {
      const before = this.texts.get(write.item)
      if (write.type === 'add-item') this.texts.set(write.item, { text: write.text, owner: by, kind: write.kind })
      else if (write.type === 'withdraw') this.texts.delete(write.item)
      else if (before) this.texts.set(write.item, { ...before, text: write.text })
    }
    for (const link of removed) this.links.delete(JSON.stringify(link))
    for (const link of added) this.links.set(JSON.stringify(link), link)
  }

  /** The links that the tree means, as they are kept here. */
  meant(): readonly string[] {
    return linksOf(this.tree).map((link) => JSON.stringify(link))
  }
}
