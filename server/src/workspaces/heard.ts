import type { ItemId } from '@roundel/shared/kernel'
import type { Origin, Step } from '@roundel/shared/session'
import type { Workspace } from '@roundel/shared/workspace'
import { findOpenItem, readContact } from './open-places.ts'
import { sourcesOf } from './sources.ts'
import type { PastSession } from './stored-past.ts'
import { type Spot, keyOf } from './ways.ts'

/** How many places are looked at for one idea: more than any way has that people went. */
const MOST_LOOKED_AT = 2_000

const least = (moments: readonly number[]): number | undefined =>
  moments.length > 0 ? Math.min(...moments) : undefined

/**
 * When a client first said what something goes back to: the day of the earliest line of a talk with a client on its trail,
 * as the contact log has it; undefined where the trail leads to none. A trail goes by what people did, never by likeness:
 *
 * - from what was brought into a session to where it was brought from;
 * - by links from what was written because of something else to that: what it inverts, addresses, builds on, was inspired
 *   by, was made of; from a cause to what it explains and what shows it;
 * - from what stands for merged ones to these;
 * - from what was written in a step to what the step began from. Nobody says which of several it answers, so it is
 *   followed only where every one of them leads to a client.
 *
 * It ends where something is gone, withdrawn or hidden. A challenge says nothing of where it comes from, so no trail goes by it.
 */
export const openHeard = (
  past: readonly PastSession[],
  workspace: Workspace | undefined,
): ((spot: Spot) => number | undefined) => {
  const sessions = new Map(past.map((each) => [each.session.id, each]))
  const steps = new Map<Step, number | undefined>()

  const heardBy = (from: PastSession, step: Step): number | undefined => {
    if (steps.has(step)) return steps.get(step)
    // A circle leads nowhere.
    steps.set(step, undefined)
    const prompts = Array.isArray(step.prompts) ? (step.prompts as readonly ItemId[]) : []
    const moments = prompts.flatMap((item) => heardOf({ session: from.session.id, item }) ?? [])
    const heard = moments.length === prompts.length ? least(moments) : undefined
    steps.set(step, heard)
    return heard
  }

  const heardOf = (start: Spot): number | undefined => {
    const spots = new Map([[keyOf(start), start]])
    const moments: number[] = []
    const go = (spot: Spot): void => void spots.set(keyOf(spot), spot)
    for (const { session: id, item: at } of spots.values()) {
      const there = sessions.get(id)
      const item = there && findOpenItem(there, at)
      if (!there || !item || spots.size > MOST_LOOKED_AT) continue
      const { session } = there
      const origin: Origin | undefined = session.origins?.[at]
      const line = origin?.type === 'contact' ? readContact(workspace, origin) : undefined
      if (line?.kind === 'client') moments.push(line.at)
      if (origin?.type === 'item') go(origin)
      const step = origin ? undefined : session.agenda.find((each) => each.id === item.step)
      const asked = step && !step.prompts?.includes(at) ? heardBy(there, step) : undefined
      if (asked !== undefined) moments.push(asked)
      for (const source of sourcesOf(there).get(at) ?? []) go({ session: id, item: source })
    }
    return least(moments)
  }

  return heardOf
}
