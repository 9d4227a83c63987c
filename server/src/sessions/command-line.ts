import { type CommandId, type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import {
  type Answer,
  COMMANDS,
  type Command,
  type Envelope,
  type Notice,
  decide,
  parseCommand,
} from '@roundel/shared/session'
import type { Grant, Store } from '../storage/store.ts'
import { endSeat } from './ending.ts'
import type { SessionCore } from './session-core.ts'

/** What a command that was carried out answers. */
export interface Done {
  readonly version: number
  readonly answer: Answer
}

/** Waits until what was done is on disk. Handed back, so that the next in turn need not wait too. */
export type Finish = () => Promise<Result<Done, Refusal>>

/** Takes the commands of one session, one after the other, each once. */
export interface CommandLine {
  readonly give: (seat: SeatId, input: unknown) => Promise<Result<Done, Refusal>>
  /** Runs an effect in its turn among the commands. What it does before its first wait is never interleaved with them. */
  readonly inTurn: <Value>(effect: () => Promise<Value>) => Promise<Value>
  /**
   * Runs an effect that is no command in its turn, and under an id as one: who repeats it gets the first answer, and nothing
   * happens again. The effect stores the id with what it changes, and hands back what waits for the disk.
   */
  readonly doOnce: (seat: SeatId, id: CommandId, effect: () => Promise<Finish>) => Promise<Result<Done, Refusal>>
  /** Commands that were taken and are not answered. */
  readonly pending: () => number
}

interface Flight {
  readonly seat: SeatId
  readonly done: Promise<Result<Done, Refusal>>
}

type Given = Command & Envelope

/**
 * What people signal, and what they are dealt, is for the moment and goes into no log; nor does what would be the last tie to
 * somebody who asks to be forgotten.
 */
const UNLOGGED: ReadonlySet<Command['type']> = new Set(['mark', 'unmark', 'deal', 'lower-hands', 'forget-me'])

/** What people do with items of their own. Beside the items of the board, in their order, it would tell whose they are. */
const ABOUT_OWN_ITEMS: ReadonlySet<Command['type']> = new Set([
  'add-item',
  'edit-item',
  'translate-item',
  'publish-late',
  'withdraw',
])

/** Who a command is logged under, if it is: where some names are hidden, what people do with their items has no name. */
const signatureOf = (core: SessionCore, seat: SeatId, type: Command['type']): SeatId | 'server' | undefined => {
  const unlogged = COMMANDS.find((definition) => definition.type === type)?.unlogged
  if (UNLOGGED.has(type) || unlogged === 'always') return undefined
  const hides = core.ahead().agenda.some(({ names }) => names === 'hidden')
  return (ABOUT_OWN_ITEMS.has(type) || unlogged === 'by-whom') && hides ? 'server' : seat
}

/**
 * Carries a command out on the session as it is now. Between the decision and its effect there is no pause, in which
 * anything else could happen; when a document is needed that is not open, or what opens a seat that ends, that is fetched and
 * the decision made again.
 */
const carryOut = async (
  core: SessionCore,
  { store, onNotice }: CommandLineOptions,
  seat: SeatId,
  command: Given,
): Promise<Finish> => {
  let grants: readonly Grant[] | undefined
  for (;;) {
    const decision = decide(core.ahead(), command, seat, core.circumstances())
    if (!decision.ok) return async () => decision
    const { session, writes, answer, ended, notice } = decision.value
    const missing = core.documents.missing(writes)
    if (missing.length > 0) {
      await Promise.all(missing.map(core.documents.open))
      continue
    }
    if (!core.documents.areWritable(writes)) return async () => fail(refusal('frozen', { reason: 'damaged' }))
    if (ended && !grants) {
      // Whoever gets a grant does so in a turn of their own, so none is missing when all are on disk.
      await core.settled()
      grants = await store.grantsOf(core.ahead().id, ended.seat)
      continue
    }
    const by = signatureOf(core, seat, command.type)
    const version = core.change({
      session,
      writes,
      command: { id: command.commandId, seat, answer },
      ...(by && { log: { seat: by, type: command.type } }),
      ...(ended && endSeat(core, ended, grants ?? [])),
    })
    version.then(
      () => notice && onNotice(notice),
      () => undefined,
    )
    return async () => ok({ version: await version, answer })
  }
}

/** What commands are carried out with, besides the session. */
export interface CommandLineOptions {
  readonly store: Pick<Store, 'command' | 'grantsOf'>
  /** Called when what everyone is told in passing is on disk. */
  readonly onNotice: (notice: Notice) => void
}

export const openCommandLine = (core: SessionCore, options: CommandLineOptions): CommandLine => {
  const flights = new Map<CommandId, Flight>()
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const inTurn = <Value>(effect: () => Promise<Value>): Promise<Value> => {
    waiting++
    const mine = turn.then(effect).finally(() => waiting--)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** The answer that was given under an id; undefined where nothing was done under it. */
  const recall = async (seat: SeatId, id: CommandId): Promise<Result<Done, Refusal> | undefined> => {
    const remembered = await options.store.command(core.ahead().id, id)
    if (!remembered) return undefined
    return remembered.seat === seat
      ? ok({ version: remembered.version, answer: remembered.answer })
      : fail(refusal('duplicate'))
  }

  const once = async (
    seat: SeatId,
    id: CommandId,
    run: () => Promise<Result<Done, Refusal>>,
  ): Promise<Result<Done, Refusal>> => {
    const before = flights.get(id)
    if (before) return before.seat === seat ? before.done : fail(refusal('duplicate'))
    const recallOrRun = async () => (await recall(seat, id)) ?? run()
    const done = recallOrRun().finally(() => flights.delete(id))
    flights.set(id, { seat, done })
    return done
  }

  return {
    give: async (seat, input) => {
      const parsed = parseCommand(input)
      if (!parsed.ok) return parsed
      const command = parsed.value
      return once(seat, command.commandId, async () => {
        // A late item or one that is added for somebody is looked up in, or noted down in, the giver's own draft.
        await core.documents.open({ kind: 'draft', seat })
        const finish = await inTurn(() => carryOut(core, options, seat, command))
        return finish()
      })
    },
    inTurn,
    doOnce: (seat, id, effect) =>
      once(seat, id, async () => {
        const finish = await inTurn(effect)
        return finish()
      }),
    pending: () => flights.size + waiting,
  }
}
