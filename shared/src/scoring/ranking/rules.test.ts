import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/index.ts'
import { castAll, itemNamed } from '../simulated-cast.ts'
import { toNumber } from '../fraction.ts'
import { anyLevels, duelsOf } from './any-duels.ts'
import type { Levels } from './ballot.ts'
import { countBorda } from './borda.ts'
import { kendallW } from './concordance.ts'
import { condorcetLoser, condorcetWinner, countContests, findComponents } from './condorcet.ts'
import { findCycles } from './cycles.ts'
import { type Duels, indexLevels, indexesOf, marginOf, winsOf } from './duels.ts'
import { ranking } from './index.ts'
import {
  STRENGTHS,
  type Strength,
  isBefore,
  linkStrength,
  schulzeGroups,
  schulzeLevels,
  schulzeOrder,
  strongestPaths,
} from './schulze.ts'
import { kendallDistance, kendallTau } from './tau.ts'

const anyBallots = fc
  .record({ seed: fc.nat(2 ** 31), items: fc.integer({ min: 1, max: 7 }), voters: fc.integer({ min: 1, max: 9 }) })
  .map(({ seed, items, voters }) => anyLevels(items, voters, seededRandom(seed)))

/** A set of indexes as one number. */
const maskOf = (set: readonly number[]): number => set.reduce((mask, index) => mask | (1 << index), 0)

const rankOf = (levels: Levels, item: string): number => levels.findIndex((level) => level.includes(item as never))
const tally = (ballots: readonly Levels[], settings: unknown = {}) =>
  ranking.tally(
    castAll(
      'ranking',
      ballots.map((levels) => ({ levels })),
    ),
    [...new Set(ballots.flat(2))],
    settings,
    { eligible: ballots.length },
  )

/** Widest paths another way: the strongest bound under which one still gets from one item to the other. */
const widestByReach = (duels: Duels, from: number, to: number, strength: (typeof STRENGTHS)[number]): number => {
  const link = (one: number, other: number) => linkStrength(duels, one, other, strength)
  const bounds = indexesOf(duels).flatMap((one) =>
    indexesOf(duels).map((other) => (one === other ? 0 : link(one, other))),
  )
  const reaches = (bound: number): boolean => {
    const reached = new Set([from])
    for (const at of reached) {
      for (const next of indexesOf(duels)) if (next !== at && link(at, next) >= bound) reached.add(next)
    }
    return reached.has(to)
  }
  return Math.max(0, ...bounds.filter((bound) => bound > 0 && reaches(bound)))
}

describe('rules', () => {
  test('Q20 duels count, pair by pair, the ballots that place one item above the other', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const duels = duelsOf(ballots)
        for (const [one, a] of duels.items.entries()) {
          for (const [other, b] of duels.items.entries()) {
            const count = ballots.filter((levels) => rankOf(levels, a) < rankOf(levels, b)).length
            expect(winsOf(duels, one, other)).toBe(count)
          }
        }
      }),
    )
  })

  test.each(STRENGTHS)(
    'Q21 the strongest paths by %s are those found by reach, and their order is transitive',
    (strength) => {
      fc.assert(
        fc.property(anyBallots, (ballots) => {
          const duels = duelsOf(ballots)
          const paths = strongestPaths(duels, strength)
          const all = indexesOf(duels)
          for (const from of all) {
            for (const to of all) {
              if (from !== to) expect(paths[from * duels.size + to]).toBe(widestByReach(duels, from, to, strength))
            }
          }
          const before = (one: number, other: number) => isBefore(paths, duels.size, one, other)
          for (const a of all) {
            for (const b of all) for (const c of all) if (before(a, b) && before(b, c)) expect(before(a, c)).toBe(true)
          }
          const levels = schulzeLevels(duels, paths)
          // Group by group the order is the same.
          const named = levels.map((level) => level.map((index) => duels.items[index]))
          expect(schulzeOrder(schulzeGroups(duels, strength))).toEqual(named)
          const levelOf = (index: number) => levels.findIndex((level) => level.includes(index))
          for (const a of all) for (const b of all) if (before(a, b)) expect(levelOf(a)).toBeLessThan(levelOf(b))
        }),
      )
    },
  )

  test('Q21 Borda’s points are half of every ballot’s comparisons, and the share of a subset is of what could be had', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const duels = duelsOf(ballots)
        const borda = countBorda(
          duels.size,
          ballots.map((levels) => indexLevels(duels.items, levels)),
        )
        for (const one of indexesOf(duels)) {
          const points = indexesOf(duels)
            .filter((other) => other !== one)
            .reduce((sum, other) => sum + (ballots.length + marginOf(duels, one, other)) / 2, 0)
          expect(borda[one]!.points).toBe(points)
          if (duels.size > 1)
            expect(borda[one]!.share).toBeCloseTo((100 * points) / ballots.length / (duels.size - 1), 9)
        }
      }),
    )
    expect(
      countBorda(3, [
        [[0], [1]],
        [[0], [1], [2]],
      ]).map(({ share }) => share),
    ).toEqual([100, 25, 0])
    expect(countBorda(2, [[[0]]])).toMatchObject([
      { points: 0, share: null },
      { points: 0, share: null },
    ])
  })

  test('Q21 the groups are the smallest that beat all later ones, and a Condorcet winner or loser is one alone', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const duels = duelsOf(ballots)
        const components = findComponents(duels)
        expect(new Set(components.flat())).toEqual(new Set(indexesOf(duels)))
        expect(components.flat().length).toBe(duels.size)
        const beats = (set: readonly number[]) =>
          set.every((one) => indexesOf(duels).every((other) => set.includes(other) || marginOf(duels, one, other) > 0))
        const prefixes = components.map((_, index) => maskOf(components.slice(0, index + 1).flat()))
        // Every set of items that beats all others is one of the prefixes, and every prefix is such a set.
        for (let subset = 1; subset < 1 << duels.size; subset++) {
          const set = indexesOf(duels).filter((index) => subset & (1 << index))
          expect(beats(set)).toBe(prefixes.includes(subset))
        }
        const contests = countContests(duels)
        const winner = components[0]!.length === 1 ? components[0]![0] : undefined
        expect(condorcetWinner(contests)).toBe(winner)
        const last = components.at(-1)!
        expect(condorcetLoser(contests)).toBe(components.length > 1 && last.length === 1 ? last[0] : undefined)
      }),
    )
  })

  test('Q26 a Condorcet winner is first alone, and the Smith set comes before everything else', () => {
    fc.assert(
      fc.property(anyBallots, fc.constantFrom(...STRENGTHS), (ballots, strength) => {
        const { condorcet, levels } = tally(ballots, { strength, coverage: 1 })
        if (condorcet.winner) expect(levels[0]).toEqual([condorcet.winner])
        if (condorcet.loser) expect(levels.at(-1)).toEqual([condorcet.loser])
        const smith = new Set(condorcet.smith)
        const worst = Math.max(...condorcet.smith.map((item) => rankOf(levels, item)))
        for (const item of levels.flat()) if (!smith.has(item)) expect(rankOf(levels, item)).toBeGreaterThan(worst)
      }),
    )
  })

  test('Q18 a voter who lifts the only winner leaves it the winner', () => {
    fc.assert(
      fc.property(anyBallots, fc.nat(8), fc.nat(6), (ballots, at, to) => {
        const first = tally(ballots, { coverage: 1 }).levels[0]!
        fc.pre(first.length === 1)
        const [winner] = first as readonly [(typeof first)[number]]
        const better = ballots.map((levels, index) => {
          if (index !== at % ballots.length) return levels
          const place = Math.min(to, rankOf(levels, winner))
          return levels
            .map((level) => level.filter((item) => item !== winner))
            .toSpliced(place, 0, [winner])
            .filter((level) => level.length > 0)
        })
        expect(tally(better, { coverage: 1 }).levels[0]).toEqual([winner])
      }),
    )
  })

  test('Q26 a second item like another, beside it on every ballot, moves no others past each other', () => {
    fc.assert(
      fc.property(anyBallots, fc.nat(2 ** 31), (ballots, seed) => {
        const random = seededRandom(seed)
        const items = [...new Set(ballots.flat(2))]
        const model = items[Math.floor(random() * items.length)]!
        const clone = itemNamed('clone')
        const cloned = ballots.map((levels) =>
          levels.flatMap((level) => {
            if (!level.includes(model)) return [level]
            if (level.length > 1 || random() < 0.3) return [[...level, clone]]
            return random() < 0.5 ? [[model], [clone]] : [[clone], [model]]
          }),
        )
        const [before, after] = [duelsOf(ballots), duelsOf(cloned)]
        const pathsOf = (duels: Duels) => strongestPaths(duels, 'winning-votes')
        const relation = (duels: Duels, paths: Int32Array, a: string, b: string): number => {
          const [one, other] = [a, b].map((item) => duels.items.indexOf(item as never)) as [number, number]
          return Number(isBefore(paths, duels.size, one, other)) - Number(isBefore(paths, duels.size, other, one))
        }
        const [old, now] = [pathsOf(before), pathsOf(after)]
        for (const a of items) {
          for (const b of items) if (a !== b) expect(relation(after, now, a, b)).toBe(relation(before, old, a, b))
          if (a !== model) expect(relation(after, now, a, clone)).toBe(relation(before, old, a, model))
        }
      }),
    )
  })

  test('Q23 every majority that the order turns round lies on a ring that is told, and it is the weakest there', () => {
    fc.assert(
      fc.property(anyBallots, fc.constantFrom(...STRENGTHS), (ballots, strength) => {
        const duels = duelsOf(ballots)
        const paths = strongestPaths(duels, strength)
        const cycles = findCycles(schulzeGroups(duels, strength), strength)
        const levels = tally(ballots, { strength, coverage: 1 }).levels
        for (const { items, majorities, isOverruled } of cycles) {
          expect(new Set(items).size).toBe(items.length)
          expect(items.length).toBeGreaterThan(2)
          for (const [place, each] of majorities.entries()) {
            expect([each.over, each.under]).toEqual([items[place], items[(place + 1) % items.length]])
            expect(each.for).toBeGreaterThan(each.against)
          }
          const strengths = majorities.map((each) => (strength === 'margin' ? each.for - each.against : each.for))
          const weakest = majorities.at(-1)!
          expect(strengths.at(-1)).toBe(Math.min(...strengths))
          if (isOverruled) expect(rankOf(levels, weakest.under)).toBeLessThan(rankOf(levels, weakest.over))
        }
        const turned = indexesOf(duels).some((one) =>
          indexesOf(duels).some((other) => marginOf(duels, one, other) > 0 && isBefore(paths, duels.size, other, one)),
        )
        expect(cycles.some(({ isOverruled }) => isOverruled)).toBe(turned)
      }),
      // Here the shortest ring goes over a weaker majority than the one that gives way.
      {
        examples: [1_146, 1_633, 7_128].map((seed): [readonly Levels[], Strength] => [
          anyLevels(6, 9, seededRandom(seed)),
          'winning-votes',
        ]),
      },
    )
  })

  test('Q21 a victory is as strong as the ballots for it, or by how many they are more, as the settings say', () => {
    const ballots = anyLevels(4, 7, seededRandom(120))
    const named = (strength: string) =>
      tally(ballots, { strength }).levels.map((level) => level.map((item) => item.slice(5, 7)))
    expect(named('winning-votes')).toEqual([['12'], ['10'], ['11'], ['13']])
    expect(named('margin')).toEqual([['12'], ['10', '13'], ['11']])
  })

  test('Q24 W is 1 when all give the same order, 0 when rank sums are equal, and not defined when all are level', () => {
    const items = ['a', 'b', 'c'].map(itemNamed)
    const order = items.map((item) => [item])
    expect(toNumber(kendallW([order, order, order], items)!)).toBe(1)
    expect(toNumber(kendallW([order, order.toReversed()], items)!)).toBe(0)
    expect(kendallW([[items], [items]], items)).toBeNull()
    expect(kendallW([order], items)).toBeNull()
    expect(kendallW([order.slice(0, 2), order.slice(0, 2)], items.slice(0, 2))).toBeNull()
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const all = [...new Set(ballots.flat(2))]
        const w = kendallW(ballots, all)
        if (w) expect(toNumber(w) >= 0 && toNumber(w) <= 1).toBe(true)
      }),
    )
  })

  test('Q24 agreement is called by its bounds: below 0.3 little, below 0.5 some, to 0.7 clear, above it strong', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const { value, concord, measure } = tally(ballots, { coverage: 1 }).concordance
        expect(measure).toBe('kendall-w')
        if (value === null) expect(concord).toBeNull()
        else expect(concord).toBe(value < 0.3 ? 'little' : value < 0.5 ? 'some' : value <= 0.7 ? 'clear' : 'strong')
      }),
    )
  })

  test('Q25 tau-b and the distance of an order to itself, to its reverse, and with sides changed', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const [one, other = one] = ballots as [Levels, Levels?]
        expect(kendallTau(one, other)).toBe(kendallTau(other, one))
        expect(kendallDistance(one, other)).toBe(kendallDistance(other, one))
        expect(kendallDistance(one, one)).toBe(0)
        expect(kendallTau(one, one)).toBe(one.length > 1 ? 1 : null)
        if (one.length > 1) expect(kendallTau(one, one.toReversed())).toBe(-1)
      }),
    )
  })
})
