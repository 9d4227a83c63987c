import { expect, test } from 'vitest'
import { coverageOf, quorumOf, turnoutOf } from './electorate.ts'
import { fan } from './fan/index.ts'
import { ABSTAIN } from './judging-ballot.ts'
import { castAll, itemNamed } from './simulated-cast.ts'
import { describeCaveats } from './sentence.ts'

test('Q7 a quorum is more than half of those eligible, at least three, and below it a result is shown with a mark', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 60].map(quorumOf)).toEqual([3, 3, 3, 3, 3, 4, 4, 31])
  expect(turnoutOf(3, 6)).toEqual({ cast: 3, eligible: 6, quorum: 4, isQuorate: false, isSecrecyWeak: true })
  expect(turnoutOf(4, 6)).toMatchObject({ isQuorate: true, isSecrecyWeak: false })
  expect(turnoutOf(2, 60, 2).isQuorate).toBe(true)
})

test('Q7 an item needs values from half of those who voted, at least two, or it is outside the order', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((cast) => coverageOf(cast, 9))).toEqual([2, 2, 2, 2, 3, 3, 4])
  expect(coverageOf(1, 1)).toBe(1)
  const [known, unknown] = [itemNamed('known'), itemNamed('unknown')]
  const sheet = (novel: number | typeof ABSTAIN) => ({
    [known]: { feasible: 2, attractive: 2, novel: 2 },
    [unknown]: { feasible: 5, attractive: 5, novel },
  })
  const ballots = castAll('fan', [sheet(5), sheet(5), sheet(ABSTAIN), sheet(ABSTAIN), sheet(ABSTAIN)])
  const result = fan.tally(ballots, [known, unknown], {}, { eligible: 5 })
  expect(result.order).toEqual([
    { item: known, rank: 1 },
    { item: unknown, rank: null },
  ])
  const cells = result.items[1]!.cells
  expect(cells.map(({ isCovered }) => isCovered)).toEqual([true, true, false])
  expect(cells[2]).toMatchObject({ abstained: 3, figures: { n: 2, mean: 5 } })
  expect(describeCaveats(result)).toEqual([{ key: 'not-enough-votes', values: { items: [unknown], count: 1 } }])
  const lenient = fan.tally(ballots, [known, unknown], { coverage: 2 }, { eligible: 5 })
  expect(lenient.order[0]).toEqual({ item: unknown, rank: 1 })
})

test('Q4 an abstention moves no figure', () => {
  const [one, other] = [itemNamed('one'), itemNamed('other')]
  const sheet = { [one]: { feasible: 4, attractive: 3, novel: 5 }, [other]: { feasible: 2, attractive: 2, novel: 1 } }
  const without = { [one]: { feasible: 4, attractive: 3, novel: 5 } }
  const abstaining = { ...without, [other]: { feasible: ABSTAIN, attractive: ABSTAIN, novel: ABSTAIN } }
  const figuresOf = (last: unknown) =>
    fan
      .tally(castAll('fan', [sheet, sheet, sheet, last]), [one, other], {}, { eligible: 4 })
      .items.map(({ scores, cells }) => [scores, cells.map(({ figures }) => figures)])
  expect(figuresOf(abstaining)).toEqual(figuresOf(without))
})

test('Q16 with few ballots the result says that secrecy is weak, and lists no values', () => {
  const items = [itemNamed('one')]
  const sheet = { [items[0]!]: { feasible: 4, attractive: 3, novel: 5 } }
  const tallied = (count: number) =>
    fan.tally(
      castAll(
        'fan',
        Array.from({ length: count }, () => sheet),
      ),
      items,
      {},
      { eligible: count },
    )
  expect(tallied(3).items[0]!.cells[0]!.counts).toBeNull()
  expect(tallied(4).items[0]!.cells[0]!.counts).toEqual([0, 0, 0, 4, 0])
  expect(describeCaveats(tallied(3))).toEqual([{ key: 'secrecy-weak', values: { cast: 3 } }])
  expect(describeCaveats(tallied(1)).map(({ key }) => key)).toEqual(['one-voter', 'no-quorum'])
  expect(tallied(1).order[0]!.rank).toBe(1)
})
