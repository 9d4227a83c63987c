import type { Judged } from './judging.ts'
import { type LeadKey, type Sentence, describeLead, naming } from './sentence.ts'

export type JudgingKey = LeadKey | 'talk' | 'top-divided' | 'all-agreed' | 'highest-on'

/** The most that is said of a result in words. */
const MOST = 4

/** Who leads and how firmly, what belongs to this scoring alone, what to talk about. */
export const describeJudging = <Key extends string>(
  result: Judged,
  own: readonly Sentence<Key>[] = [],
): readonly Sentence<JudgingKey | Key>[] => {
  const disputed = result.items.filter(({ agreement }) => agreement === 'polarised' || agreement === 'disputed')
  const inOrder = result.items.filter(({ rank }) => rank !== null)
  const isAgreed = inOrder.length > 0 && inOrder.every(({ agreement }) => agreement === 'agreed')
  const talk = naming(
    'talk',
    disputed.map(({ item }) => item),
  )
  const divided: readonly Sentence<JudgingKey>[] = result.isTopDivided ? [{ key: 'top-divided', values: {} }] : []
  const agreed: readonly Sentence<JudgingKey>[] = isAgreed ? [{ key: 'all-agreed', values: {} }] : []
  return [...describeLead(result), ...own, ...talk, ...divided, ...agreed].slice(0, MOST)
}

/** The items in order that got most for a criterion, if they stand out from at least one other. */
export const describeHighest = (result: Judged, criterion: string): readonly Sentence<'highest-on'>[] => {
  const scored = result.items.flatMap(({ item, rank, cells }) => {
    const value = cells.find((cell) => cell.criterion === criterion)?.figures?.[result.aggregate]
    return rank === null || value === undefined ? [] : [{ item, value }]
  })
  const most = Math.max(...scored.map(({ value }) => value))
  const items = scored.filter(({ value }) => value === most).map(({ item }) => item)
  if (items.length === 0 || items.length === scored.length) return []
  return [{ key: 'highest-on', values: { items: items.toSorted(), count: items.length, criterion } }]
}
