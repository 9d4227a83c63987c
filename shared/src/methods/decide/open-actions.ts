import type { SeatId, SessionId } from '../../kernel/index.ts'
import type { Action, ActionPlace, EarlierAction, OpenAction, Owner } from './action.ts'
import type { DecideWork } from './state.ts'

/** What one step of a session came to, and what its people are called. */
export interface DecidedSession {
  readonly session: SessionId
  readonly title: string
  readonly nameOf: (seat: SeatId) => string | undefined
  readonly work: Pick<DecideWork, 'actions' | 'earlier'>
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
  return decided.flatMap(({ session, title, nameOf, work }) =>
    work.actions.flatMap((action): readonly OpenAction[] => {
      const place = { session, action: action.id }
      if (!isOpen(action) || settled.has(keyOf(place))) return []
      const { text, owner, due, hypothesis, metric, baseline } = action
      return [
        {
          ...place,
          title,
          text,
          owner: nameOwner(owner, nameOf),
          ...(due !== undefined && { due }),
          ...(hypothesis !== undefined && { hypothesis }),
          ...(metric !== undefined && { metric }),
          ...(baseline !== undefined && { baseline }),
        },
      ]
    }),
  )
}

/** The earlier actions of a step with those that are open and that it does not know yet. What was said of one stands. */
export const takeUpOpen = (
  earlier: readonly EarlierAction[],
  open: readonly OpenAction[],
): readonly EarlierAction[] => {
  const known = new Set(earlier.map(keyOf))
  const more = open.filter((action) => !known.has(keyOf(action)))
  return more.length === 0 ? earlier : [...earlier, ...more.map((action) => ({ ...action, state: 'open' as const }))]
}
