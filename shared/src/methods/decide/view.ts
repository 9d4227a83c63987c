import { type SeatId, omit } from '../../kernel/index.ts'
import type { Viewer } from '../workings.ts'
import type { Action, EarlierAction, Owner } from './action.ts'
import { type Lack, findLack } from './lacks.ts'
import type { Concern, ConcernId, DecideWork, DecisionRecord, Feeling, Temperature } from './state.ts'
import type { Scored } from '../scored.ts'

/** The owner of an action as everybody sees it. The name is absent where nobody knows any more whose the seat was. */
export type OwnerView = { readonly seat: SeatId; readonly name?: string } | { readonly outside: string }

export interface ActionView extends Omit<Action, 'owner'> {
  readonly owner: OwnerView
}

export interface DecisionView extends Omit<DecisionRecord, 'decided'> {
  readonly decided?: { readonly at: number; readonly by: SeatId; readonly name?: string }
}

export interface ConcernView {
  readonly id: ConcernId
  readonly text: string
  readonly unsigned: boolean
  readonly name?: string
}

/** How the room stands: while people answer only how many did; then how many said what, never who. */
export type TemperatureView =
  | { readonly state: 'open'; readonly round: number; readonly answered: number }
  | Extract<Temperature, { readonly state: 'shown' }>

/** What everybody may know of a step that decides. */
export interface DecideView {
  readonly decision: DecisionView
  /** Whose decision it is; absent where it is that of those who lead. */
  readonly decider?: { readonly seat: SeatId; readonly name?: string }
  /** What it lacks before it can be decided. */
  readonly lacks?: Lack
  readonly scored?: Scored
  readonly concerns: readonly ConcernView[]
  readonly temperature?: TemperatureView
  readonly actions: readonly ActionView[]
  readonly earlier: readonly EarlierAction[]
}

/** What one person is told besides: whether the decision is theirs, and what they answered. */
export interface OwnDecide {
  readonly decides: boolean
  readonly feeling?: Feeling
}

type Names = Pick<Viewer, 'nameOf' | 'decider'>

const named = (seat: SeatId, { nameOf }: Names): { readonly name?: string } => {
  const name = nameOf?.(seat)
  return name ? { name } : {}
}

const viewOwner = (owner: Owner, names: Names): OwnerView =>
  'seat' in owner ? { seat: owner.seat, ...named(owner.seat, names) } : owner

const viewConcern = ({ id, text, by }: Concern, names: Names): ConcernView => ({
  id,
  text,
  unsigned: by === undefined,
  ...(by !== undefined && named(by, names)),
})

const viewTemperature = (temperature: Temperature): TemperatureView =>
  temperature.state === 'shown'
    ? temperature
    : { state: 'open', round: temperature.round, answered: Object.keys(temperature.answers).length }

/** The decision and what comes of it, as it may leave the server. */
export const viewDecide = (work: DecideWork, viewer: Names): DecideView => {
  const { decision, scored, concerns, temperature, actions, earlier } = work
  const { decided } = decision
  const lacks = findLack(work)
  return {
    decision: {
      ...omit(decision, 'decided'),
      ...(decided && { decided: { ...decided, ...named(decided.by, viewer) } }),
    },
    ...(viewer.decider && { decider: { seat: viewer.decider, ...named(viewer.decider, viewer) } }),
    ...(lacks && { lacks }),
    ...(scored && { scored }),
    concerns: concerns.map((concern) => viewConcern(concern, viewer)),
    ...(temperature && { temperature: viewTemperature(temperature) }),
    actions: actions.map((action) => ({ ...action, owner: viewOwner(action.owner, viewer) })),
    earlier,
  }
}

/** For one person alone. */
export const viewOwnDecide = (
  { temperature }: Pick<DecideWork, 'temperature'>,
  seat: SeatId,
  decides: boolean,
): OwnDecide => {
  const feeling =
    temperature?.state === 'open' && Object.hasOwn(temperature.answers, seat) ? temperature.answers[seat] : undefined
  return { decides, ...(feeling && { feeling }) }
}
