import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { Origin, Step } from '@roundel/shared/session'
import { findOpenItem } from './open-places.ts'
import { sourcesOf } from './sources.ts'
import type { PastSession } from './stored-past.ts'
import { type Spot, keyOf } from './ways.ts'

/** A step that began from items, and these. */
export interface Beginning {
  readonly step: Step
  readonly prompts: readonly ItemId[]
}

/** A place on a trail: an item that lies open on the board of its session. */
export interface TrailPlace {
  readonly past: PastSession
  readonly item: Item
  /** Where it was brought from. */
  readonly origin: Origin | undefined
  /** What the step began from in which it was written; undefined for what was brought, and for what the step began from. */
  readonly beginning: Beginning | undefined
}

const beginningOf = ({ session }: PastSession, item: Item): Beginning | undefined => {
  const step = session.agenda.find(({ id }) => id === item.step)
  const prompts = Array.isArray(step?.prompts) ? (step.prompts as readonly ItemId[]) : []
  return step && prompts.length > 0 && !prompts.includes(item.id) ? { step, prompts } : undefined
}

/**
 * Walks back from items to what they come from, and tells `visit` every place once, the nearest first. A trail goes by what
 * people did, never by likeness: from what was brought into a session to where it was brought from; by links from what was
 * written because of something else to that; from what stands for merged ones to these. Where else it goes from a place,
 * `visit` answers, or that it goes no further. It ends where something is gone, withdrawn or hidden, and after `most` places.
 */
export const walkBack = (
  known: ReadonlyMap<string, PastSession>,
  starts: readonly Spot[],
  most: number,
  visit: (place: TrailPlace) => 'end' | readonly Spot[],
): void => {
  const spots = new Map(starts.map((spot) => [keyOf(spot), spot]))
  const go = (spot: Spot): void => void spots.set(keyOf(spot), spot)
  for (const { session, item: at } of spots.values()) {
    const past = known.get(session)
    const item = past && findOpenItem(past, at)
    if (!past || !item || spots.size > most) continue
    const origin: Origin | undefined = past.session.origins?.[at]
    const further = visit({ past, item, origin, beginning: origin ? undefined : beginningOf(past, item) })
    if (further === 'end') continue
    if (origin?.type === 'item') go(origin)
    for (const spot of further) go(spot)
    for (const source of sourcesOf(past).get(at) ?? []) go({ session, item: source })
  }
}
