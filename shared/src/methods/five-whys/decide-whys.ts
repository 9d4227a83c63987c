import * as v from 'valibot'
import { type Refusal, type Result, fail, ok, refusal } from '../../kernel/index.ts'
import type { WhyChange, WhyDefinition, WhyMoment } from './commands/command.ts'
import { WHY_COMMANDS, type WhyCommand, type WhyCommandType } from './commands/commands.ts'
import { settle } from './roots.ts'
import { type TreeLink, compareLinks } from './tree-links.ts'
import type { WhyTree } from './tree.ts'

type AnyDefinition = WhyDefinition<WhyCommandType, v.ObjectEntries>

// Each definition gets its own command only, which the type of the command says.
const DEFINITIONS: ReadonlyMap<string, AnyDefinition> = new Map(
  WHY_COMMANDS.map((definition) => [definition.type, definition as unknown as AnyDefinition]),
)

/** What a command brings about: the next tree, and what the board has to hold because of it. */
export interface WhyDecision extends WhyChange {
  readonly added: readonly TreeLink[]
  readonly removed: readonly TreeLink[]
}

/** A command of the method as it came in at a door; `bad-input` for what is none, with nothing of it repeated. */
export const readWhyCommand = (input: unknown): Result<WhyCommand, Refusal> => {
  const named = v.safeParse(v.looseObject({ type: v.string() }), input)
  const definition = named.success ? DEFINITIONS.get(named.output.type) : undefined
  if (!definition) return fail(refusal('bad-input', { path: 'type' }))
  const read = v.safeParse(v.strictObject({ type: v.literal(definition.type), ...definition.fields }), input)
  if (read.success) return ok(read.output as unknown as WhyCommand)
  return fail(refusal('bad-input', { path: String(v.getDotPath(read.issues[0]) ?? '') }))
}

/**
 * What follows from a command, or why not. Pure: a refused command leaves everything as it was, and whatever order two
 * people's commands come in, no cause explains itself and no mark stands that is not earned.
 *
 * Refuses with `wrong-phase`, `not-allowed`, `locked` while the run is put aside, and with what the command itself
 * objects: `closed` with the `gate` that is shut, `duplicate` for reasoning in a circle, `too-many` at a limit.
 */
export const decideWhys = (tree: WhyTree, command: WhyCommand, moment: WhyMoment): Result<WhyDecision, Refusal> => {
  const definition = DEFINITIONS.get(command.type)
  if (!definition) throw new Error(`unknown command: ${command.type}`)
  if (!definition.phases.includes(moment.phase)) return fail(refusal('wrong-phase'))
  if (definition.may && !definition.may(moment)) return fail(refusal('not-allowed'))
  if (tree.paused && !definition.whilePaused) return fail(refusal('locked', { gate: 'paused' }))
  const change = definition.decide(tree, command, moment)
  if (!change.ok) return change
  const next = settle(change.value.tree)
  return ok({ tree: next, writes: change.value.writes, ...compareLinks(tree, next) })
}
