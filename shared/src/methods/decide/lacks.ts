import type { ItemId } from '../../kernel/index.ts'
import type { DecideWork } from './state.ts'

/** What a decision still lacks before it can be decided: its words, or why something else than what came first. */
export type Lack = 'text' | 'why'

/** The ideas that came first in the vote, equals included. */
const listFirst = ({ scored }: Pick<DecideWork, 'scored'>): readonly ItemId[] =>
  (scored?.places ?? []).flatMap(({ item, rank }) => (rank === 1 ? [item] : []))

/** What stands in the way of deciding. Where several came first, one of them is enough. */
export const findLack = ({ decision, scored }: Pick<DecideWork, 'decision' | 'scored'>): Lack | undefined => {
  if (decision.text === '') return 'text'
  const first = listFirst({ ...(scored && { scored }) })
  const isFirstChosen = first.length === 0 || first.some((item) => decision.chosen.includes(item))
  return isFirstChosen || decision.why !== '' ? undefined : 'why'
}
