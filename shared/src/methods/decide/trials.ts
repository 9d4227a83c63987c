import type { Action, ActionPlace, EarlierAction } from './action.ts'
import type { DecidedSession } from './open-actions.ts'

const keyOf = ({ session, action }: ActionPlace): string => `${session} ${action}`

const triedAt = ({ reviewed }: Pick<Action, 'reviewed'>): number =>
  reviewed && reviewed.outcome !== 'not-tried' ? reviewed.at : Infinity

/**
 * When it was first said of actions that they were tried, by their owners or by a later session, wherever they went on as
 * another. Server time; undefined where nobody has said so.
 */
export const trialsOf = (
  decided: readonly Pick<DecidedSession, 'session' | 'work'>[],
): ((place: ActionPlace) => number | undefined) => {
  const own = new Map<string, Action>()
  const said = new Map<string, (EarlierAction & { readonly where: ActionPlace['session'] })[]>()
  for (const { session, work } of decided) {
    for (const action of work.actions) own.set(keyOf({ session, action: action.id }), action)
    for (const earlier of work.earlier) {
      const others = said.get(keyOf(earlier))
      if (others) others.push({ ...earlier, where: session })
      else said.set(keyOf(earlier), [{ ...earlier, where: session }])
    }
  }
  return (place) => {
    const places = new Map([[keyOf(place), place]])
    let first = Infinity
    for (const key of places.keys()) {
      const action = own.get(key)
      if (action) first = Math.min(first, triedAt(action))
      for (const each of said.get(key) ?? []) {
        first = Math.min(first, triedAt(each))
        if (each.state !== 'carried' || each.carriedAs === undefined) continue
        const next = { session: each.where, action: each.carriedAs }
        places.set(keyOf(next), next)
      }
    }
    return Number.isFinite(first) ? first : undefined
  }
}
