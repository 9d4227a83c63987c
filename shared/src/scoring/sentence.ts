import type { ItemId } from '../kernel/index.ts'
import { compareIds, firstOf } from './order.ts'
import type { Outcome } from './outcome.ts'

/** What a sentence about a result names: items, counts, keys of criteria. Words come from the catalogues of the client. */
export type SentenceValues = Readonly<Record<string, number | string | readonly string[]>>

/** One sentence about a result: what it says, as a key, and what it names. */
export interface Sentence<Key extends string = string> {
  readonly key: Key
  readonly values: SentenceValues
}

/** Who is first, and how firmly: the two sentences with which every result begins. */
export const describeLead = (result: Outcome): readonly Sentence<LeadKey>[] => {
  const first = firstOf(result.order)
  const { first: pivotal, of, contenders } = result.stability
  if (first.length === 0) return [{ key: 'nothing-in-order', values: { cast: result.turnout.cast } }]
  return [
    first.length === 1
      ? { key: 'first', values: { items: first } }
      : { key: 'first-tied', values: { items: first, count: first.length } },
    pivotal === 0 || contenders.length < 2
      ? { key: pivotal === 0 ? 'stable' : 'hangs-on-few', values: { pivotal, of } }
      : { key: 'level', values: { items: contenders, pivotal, of } },
  ]
}

/** What to know before anything else is read: how few voted, and what lies outside the order. */
export const describeCaveats = ({ turnout, order }: Outcome): readonly Sentence<CaveatKey>[] => {
  const outside = order.filter(({ rank }) => rank === null).map(({ item }) => item)
  const { cast, eligible, quorum } = turnout
  const caveats: Sentence<CaveatKey>[] = []
  if (cast === 1) caveats.push({ key: 'one-voter', values: {} })
  if (!turnout.isQuorate) caveats.push({ key: 'no-quorum', values: { cast, quorum, eligible } })
  if (turnout.isSecrecyWeak && cast > 1) caveats.push({ key: 'secrecy-weak', values: { cast } })
  if (outside.length > 0) caveats.push({ key: 'not-enough-votes', values: { items: outside, count: outside.length } })
  return caveats
}

/** A sentence that names items, or none when there are none to name. */
export const naming = <Key extends string>(key: Key, items: readonly ItemId[]): readonly Sentence<Key>[] =>
  items.length === 0 ? [] : [{ key, values: { items: items.toSorted(compareIds), count: items.length } }]

export type LeadKey = 'nothing-in-order' | 'first' | 'first-tied' | 'stable' | 'hangs-on-few' | 'level'
export type CaveatKey = 'one-voter' | 'no-quorum' | 'secrecy-weak' | 'not-enough-votes'
