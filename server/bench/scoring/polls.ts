import { type ItemId, asId, seededRandom } from '@roundel/shared/kernel'
import { type Ballot, type ScoringId, scoringOf } from '@roundel/shared/scoring'
import type { TallyJob } from '@roundel/shared/voting'

const itemsOf = (count: number): readonly ItemId[] =>
  Array.from({ length: count }, (_, index) => asId<'item'>(`item${String(index).padStart(12, '0')}`))

const ballotsOf = (scoring: ScoringId, bodies: readonly unknown[]): readonly Ballot[] =>
  bodies.map((body, index) => ({
    scoring,
    voter: asId<'voter'>(`vote${String(index).padStart(12, '0')}`),
    seq: 1,
    body,
  }))

/** A full room: everyone judges, dots or orders every item. */
export const roomPoll = (scoring: ScoringId, voters: number, count: number): TallyJob => {
  const items = itemsOf(count)
  const settings = scoring === 'ranking' ? { full: count } : {}
  const random = seededRandom(1)
  const bodies = Array.from({ length: voters }, () => scoringOf(scoring).simulate({ items, settings }, random))
  return { scoring, settings, items, ballots: ballotsOf(scoring, bodies), electorate: { eligible: voters } }
}

/** Every voter begins at another item and goes round: all items beat one another in one ring, the worst there is for Kemeny. */
export const ringPoll = (count: number): TallyJob => {
  const items = itemsOf(count)
  const bodies = items.map((_, first) => ({
    levels: [...items.slice(first), ...items.slice(0, first)].map((item) => [item]),
  }))
  return {
    scoring: 'ranking',
    settings: { full: count },
    items,
    ballots: ballotsOf('ranking', bodies),
    electorate: { eligible: count },
  }
}
