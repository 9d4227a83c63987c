import type { Person } from '@roundel/shared/session'

/** What about a person needs somebody's attention, the most urgent first. */
export const NEEDS = ['hand', 'need-time', 'away', 'quiet'] as const
export type Need = (typeof NEEDS)[number]

/** Everything about a person that needs attention now, the most urgent first. */
export const needsOf = ({ marks = [], here, status }: Person): readonly Need[] => {
  const has: Readonly<Record<Need, boolean>> = {
    hand: marks.some(({ type }) => type === 'hand'),
    'need-time': marks.some(({ type }) => type === 'need-time'),
    away: !here,
    quiet: here && status === 'quiet',
  }
  return NEEDS.filter((need) => has[need])
}

const urgencyOf = (person: Person): number => {
  const [first] = needsOf(person)
  return first ? NEEDS.indexOf(first) : NEEDS.length
}

/** People with those first who need something: raised hands in their order, then by need, then as they came. */
export const sortByNeed = (people: readonly Person[]): readonly Person[] =>
  people.toSorted((one, other) => urgencyOf(one) - urgencyOf(other) || (one.hand ?? 0) - (other.hand ?? 0))
