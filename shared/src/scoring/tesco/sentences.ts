import { type JudgingKey, describeJudging } from '../judging-sentences.ts'
import type { Sentence } from '../sentence.ts'
import type { TescoResult } from './verdicts.ts'

export type TescoKey = JudgingKey | 'tier' | 'harms'

/** What passes most questions, and what does harm: the person in charge is then asked who is harmed, and how to soften it. */
export const describeTesco = (result: TescoResult): readonly Sentence<TescoKey>[] => {
  const [top] = result.tiers
  const placed = new Set(result.tiers.flatMap(({ items }) => items))
  const harmful = result.verdicts.filter(({ item, harms }) => harms > 0 && placed.has(item)).map(({ item }) => item)
  return describeJudging<TescoKey>(result, [
    ...(top
      ? [{ key: 'tier' as const, values: { items: top.items, count: top.items.length, passes: top.passes } }]
      : []),
    ...(harmful.length > 0 ? [{ key: 'harms' as const, values: { items: harmful, count: harmful.length } }] : []),
  ])
}
