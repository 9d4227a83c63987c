import type { ItemId, SeatId, SessionId } from '../../kernel/index.ts'
import type { Action, ActionCause, ActionPlace, EarlierAction, OpenAction, Owner } from './action.ts'
import type { DecideWork } from './state.ts'

/** What one step of a session came to, and what its people are called. */
export interface DecidedSession {
  readonly session: SessionId
  readonly title: string
  readonly nameOf: (seat: SeatId) => string | undefined
  readonly work: Pick<DecideWork, 'actions' | 'earlier'>
  /** The causes that ideas of it go back to; none where nobody looks for them. */
  readonly causesOf?: (items: readonly ItemId[]) => readonly ActionCause[]
}

/** Whether an action waits to be done. */
export const isOpen = ({ state }: Pick<Action, 'state'>): boolean => state === 'open'

/** Whether an action waits to be done, and its day is over. `today` is a day where it is looked at from. */
export const isOverdue = ({ state, due }: Pick<Action, 'state' | 'due'>, today: string): boolean =>
  state === 'open' && due !== undefined && due < today

/** What an owner is called; empty where nobody knows any more. */
export const nameOwner = (owner: Owner, nameOf: (seat: SeatId) => string | undefined): string =>
  'seat' in owner ? (nameOf(owner.seat) ?? '') : owner.outside

const keyOf = ({ session, action }: ActionPlace): string => `${session} ${action}`

/**
 * The actions that are open after some sessions, given in the order in which they took place: neither done nor dropped where
 * they began, nor looked at in a later one. One that was carried over is listed where it goes on.
 */
export const listOpenActions = (decided: readonly DecidedSession[]): readonly OpenAction[] => {
  const settled = new Set(
    decided.flatMap(({ work }) => work.earlier.flatMap((action) => (action.state === 'open' ? [] : [keyOf(action)]))),
  )
  return decided.flatMap((each) =>
    each.work.actions.flatMap((action): readonly OpenAction[] =>
      isOpen(action) && !settled.has(keyOf({ session: each.session, action: action.id })) ? [toldOf(each, action)] : [],
    ),
  )
}

/** The actions of which it was said after the end of their session how they went, and that no later session has looked at. */
export const listReported = (decided: readonly DecidedSession[]): readonly OpenAction[] => {
  const seen = new Set(decided.flatMap(({ work }) => work.earlier.map(keyOf)))
  return decided.flatMap((each) =>
    each.work.actions.flatMap((action): readonly OpenAction[] => {
      const { state, reviewed } = action
      if (isOpen(action) || !reviewed || seen.has(keyOf({ session: each.session, action: action.id }))) return []
      return [{ ...toldOf(each, action), state, reviewed }]
    }),
  )
}

/** An action as a later session is told of it. One that carries another on goes back to the same causes. */
const toldOf = ({ session, title, nameOf, work, causesOf }: DecidedSession, action: Action): OpenAction => {
  const { id, text, owner, due, hypothesis, metric, baseline, items } = action
  const carried = work.earlier.find(({ carriedAs }) => carriedAs === id)
  const causes = carried?.causes ?? causesOf?.(items) ?? []
  return {
    session,
    action: id,
    title,
    text,
    owner: nameOwner(owner, nameOf),
    ...(due !== undefined && { due }),
    ...(hypothesis !== undefined && { hypothesis }),
    ...(metric !== undefined && { metric }),
    ...(baseline !== undefined && { baseline }),
    ...(causes.length > 0 && { causes }),
  }
}

/** The earlier actions of a step with those that it is handed and does not know yet. What was said of one stands. */
export const takeUpOpen = (
  earlier: readonly EarlierAction[],
  open: readonly OpenAction[],
): readonly EarlierAction[] => {
  const known = new Set(earlier.map(keyOf))
  const more = open.filter((action) => !known.has(keyOf(action)))
  return more.length === 0
    ? earlier
    : [...earlier, ...more.map((action): EarlierAction => ({ ...action, state: action.state ?? 'open' }))]
}
