import type { SessionId } from '../../kernel/index.ts'
import type { Action, ActionPlace, EarlierAction } from './action.ts'
import type { DecidedSession } from './open-actions.ts'

/** What became of an action in the end, as far as anybody said. */
export interface Fate extends Pick<Action, 'state' | 'reviewed'> {
  /** Where that was said. */
  readonly session: SessionId
}

const keyOf = ({ session, action }: ActionPlace): string => `${session} ${action}`

/**
 * What became of the actions of some sessions, given in the order in which they took place. What a later session said of one
 * counts; one that was carried over is followed to where it goes on, and is `carried` while it is open there.
 */
export const fatesOf = (
  decided: readonly Pick<DecidedSession, 'session' | 'work'>[],
): ((place: ActionPlace) => Fate | undefined) => {
  const own = new Map<string, Fate>()
  const said = new Map<string, { readonly where: SessionId; readonly earlier: EarlierAction }>()
  for (const { session, work } of decided) {
    for (const action of work.actions) own.set(keyOf({ session, action: action.id }), fateOf(action, session))
    for (const earlier of work.earlier) {
      if (earlier.state !== 'open') said.set(keyOf(earlier), { where: session, earlier })
    }
  }
  const follow = (place: ActionPlace, seen: ReadonlySet<string>): Fate | undefined => {
    const key = keyOf(place)
    const later = said.get(key)
    if (!later) return own.get(key)
    const { where, earlier } = later
    const here = fateOf(earlier, where)
    if (earlier.state !== 'carried' || earlier.carriedAs === undefined || seen.has(key)) return here
    const next = follow({ session: where, action: earlier.carriedAs }, new Set([...seen, key]))
    return next && next.state !== 'open' ? next : here
  }
  return (place) => follow(place, new Set())
}

const fateOf = ({ state, reviewed }: Pick<Action, 'state' | 'reviewed'>, session: SessionId): Fate => ({
  state,
  ...(reviewed && { reviewed }),
  session,
})
