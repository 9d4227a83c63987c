import type { Step } from '@roundel/shared/session'
import type { Workspace } from '@roundel/shared/workspace'
import { readContact } from './open-places.ts'
import type { PastSession } from './stored-past.ts'
import { type Beginning, walkBack } from './walk-back.ts'
import type { Spot } from './ways.ts'

/** How many places are looked at for one idea: more than any way has that people went. */
const MOST_LOOKED_AT = 2_000

const least = (moments: readonly number[]): number | undefined =>
  moments.length > 0 ? Math.min(...moments) : undefined

/**
 * When a client first said what something goes back to: the day of the earliest line of a talk with a client on its trail,
 * as the contact log has it; undefined where the trail leads to none. From what was written in a step the trail goes to what
 * the step began from. Nobody says which of several it answers, so it is followed only where every one of them leads to a
 * client. A challenge says nothing of where it comes from, so no trail goes by it.
 */
export const openHeard = (
  past: readonly PastSession[],
  workspace: Workspace | undefined,
): ((spot: Spot) => number | undefined) => {
  const known = new Map(past.map((each) => [each.session.id, each]))
  const steps = new Map<Step, number | undefined>()

  const heardBy = (from: PastSession, { step, prompts }: Beginning): number | undefined => {
    if (steps.has(step)) return steps.get(step)
    // A circle leads nowhere.
    steps.set(step, undefined)
    const moments = prompts.flatMap((item) => heardOf({ session: from.session.id, item }) ?? [])
    const heard = moments.length === prompts.length ? least(moments) : undefined
    steps.set(step, heard)
    return heard
  }

  const heardOf = (start: Spot): number | undefined => {
    const moments: number[] = []
    walkBack(known, [start], MOST_LOOKED_AT, ({ past: there, origin, beginning }) => {
      const line = origin?.type === 'contact' ? readContact(workspace, origin) : undefined
      if (line?.kind === 'client') moments.push(line.at)
      const asked = beginning && heardBy(there, beginning)
      if (asked !== undefined) moments.push(asked)
      return []
    })
    return least(moments)
  }

  return heardOf
}
