import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPoll } from '../any-poll.ts'
import { ABSTAIN, type JudgingBallot } from '../judging-ballot.ts'
import { SCALES, SCALE_IDS } from '../scale.ts'
import { castAll } from '../simulated-cast.ts'
import { criteria } from './index.ts'

const THREE = [
  { key: 'effect', label: 'Effect', weight: 3 },
  { key: 'effort', label: 'Effort', question: 'How little work is it?', lowest: 'a year', highest: 'a day' },
  { key: 'joy', label: 'Joy', weight: 0.5 },
]

test('Q13 one to seven criteria with keys of their own, in words of one’s own', () => {
  expect(criteria.criteria({})).toEqual([{ key: 'overall', weight: 1 }])
  expect(criteria.criteria({ criteria: THREE })).toEqual([
    { key: 'effect', weight: 3 },
    { key: 'effort', weight: 1 },
    { key: 'joy', weight: 0.5 },
  ])
  const many = Array.from({ length: 8 }, (_, index) => ({ key: `k${index}`, label: 'x' }))
  expect(criteria.accepts({ criteria: many.slice(0, 7) })).toBe(true)
  for (const wrong of [
    many,
    [],
    [THREE[0], THREE[0]],
    [{ key: 'a' }],
    [{ key: 'A b', label: 'x' }],
    [{ key: 'a', label: ' ' }],
  ]) {
    expect(criteria.accepts({ criteria: wrong })).toBe(false)
  }
})

test('Q3 an answer is on the scale and for a criterion that is asked, or the ballot is refused', () => {
  for (const scale of SCALE_IDS) {
    const { items } = anyPoll(criteria, 1)
    const reason = (answer: unknown, key = 'overall') => {
      const read = criteria.readBallot({ [items[0]!]: { [key]: answer } }, { items, settings: { scale } })
      return read.ok ? 'fits' : read.error.details?.['reason']
    }
    const { lowest, highest } = SCALES[scale]
    expect([lowest, highest, ABSTAIN].map((answer) => reason(answer))).toEqual(['fits', 'fits', 'fits'])
    expect([lowest - 1, highest + 1].map((answer) => reason(answer))).toEqual(['off-scale', 'off-scale'])
    expect([0.5, '3', null, Infinity].map((answer) => reason(answer))).toEqual(['shape', 'shape', 'shape', 'shape'])
    expect(reason(lowest, 'taste')).toBe('unknown-criterion')
  }
})

test('Q18 a better answer of one voter never costs an item a place, by the mean or the trimmed mean or the median', () => {
  fc.assert(
    fc.property(
      fc.nat(2 ** 31),
      fc.constantFrom('mean', 'median', 'trimmed'),
      fc.constantFrom(...SCALE_IDS),
      (seed, aggregate, scale) => {
        const settings = { criteria: THREE, aggregate, scale }
        const { items, ballots, random } = anyPoll(criteria, seed, { settings })
        const at = Math.floor(random() * ballots.length)
        const item = items[Math.floor(random() * items.length)]!
        const better = ballots.map(({ body }, index) =>
          index === at ? raise(body as JudgingBallot, item, SCALES[scale].highest) : body,
        )
        const rankOf = (bodies: readonly unknown[]) =>
          criteria
            .tally(castAll('criteria', bodies), items, settings, { eligible: ballots.length })
            .order.find((each) => each.item === item)!.rank ?? Infinity
        expect(rankOf(better)).toBeLessThanOrEqual(rankOf(ballots.map(({ body }) => body)))
      },
    ),
  )
})

const raise = (body: JudgingBallot, item: keyof JudgingBallot, highest: number): JudgingBallot => ({
  ...body,
  [item]: Object.fromEntries(
    Object.entries(body[item] ?? {}).map(([key, answer]) => [
      key,
      answer === ABSTAIN ? answer : Math.min(answer + 1, highest),
    ]),
  ),
})
