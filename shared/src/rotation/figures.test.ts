import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SeatId, seededRandom } from '../kernel/index.ts'
import { adviseTables, proposeTables, weighTables } from './advice.ts'
import { countingBound, repeatBound, spreadBound } from './bounds.ts'
import { measureEncounters } from './encounters.ts'
import { arithmeticOf, isFieldSize } from './field.ts'
import { planRotation } from './plan.ts'
import type { Seating } from './rotation.ts'
import { cafeJob, seatNamed, seatWithoutPlan, tableNamed } from './simulated-cafe.ts'

describe('T7 bounds', () => {
  test('T7 the bounds are those of the formulas', () => {
    expect(repeatBound(9, 3, 3)).toBe(9)
    expect(repeatBound(16, 4, 3)).toBe(12)
    expect(repeatBound(110, 10, 5)).toBe(200)
    expect(repeatBound(168, 12, 5)).toBe(360)
    expect(repeatBound(190, 10, 6)).toBe(1_650)
    expect(repeatBound(160, 40, 6)).toBe(0)
    expect(countingBound(6, 1, 4)).toBe(15 * 6)
    expect(spreadBound(6, 2, 3)).toBe(0)
  })

  test('T7 no seating without a revisit has fewer repeats than the bound, and a plan at the bound says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(24), fc.nat(6), fc.nat(), (tables, more, rounds, seed) => {
        const job = cafeJob(tables + more, tables, rounds, { seed, iterations: 300 })
        const { figures, rounds: seatings } = planRotation(job)
        const { repeatCost, revisits } = measureEncounters(seatings)
        expect(repeatCost).toBe(figures.repeats)
        if (tables > 1) expect(revisits).toBe(figures.revisits)
        if (figures.revisits === 0) expect(figures.repeats).toBeGreaterThanOrEqual(figures.bound)
        expect(figures.isBest).toBe(figures.revisits === 0 && figures.repeats === figures.bound)
        const byChance = measureEncounters(seatWithoutPlan(job, 'random', seededRandom(seed)))
        expect(byChance.repeatCost).toBeGreaterThanOrEqual(countingBound(more, tables, rounds))
        if (byChance.revisits === 0) expect(byChance.repeatCost).toBeGreaterThanOrEqual(figures.bound)
      }),
      { numRuns: 300 },
    )
  })

  test('T7 in a field every number but 0 has an inverse, and both operations are those of a field', () => {
    for (const size of [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32, 37]) {
      const { add, multiply } = arithmeticOf(size)
      expect(isFieldSize(size)).toBe(true)
      const all = Array.from({ length: size }, (_, number) => number)
      for (const one of all) {
        expect(all.map((other) => add(one, other)).toSorted((a, b) => a - b)).toEqual(all)
        if (one > 0) expect(all.map((other) => multiply(one, other)).toSorted((a, b) => a - b)).toEqual(all)
        for (const other of all.slice(0, 6)) {
          const third = (one + 2) % size
          expect(multiply(third, add(one, other))).toBe(add(multiply(third, one), multiply(third, other)))
        }
      }
    }
    expect(isFieldSize(6)).toBe(false)
  })
})

describe('T8 advice', () => {
  test('T8 tables hold at most five where the room allows, and a small room is one table', () => {
    const proposals = [1, 5, 6, 9, 12, 16, 20, 25, 40, 200].map((people) => [people, proposeTables(people)])
    expect(proposals).toEqual([
      [1, 1],
      [5, 1],
      [6, 2],
      [9, 3],
      [12, 4],
      [16, 4],
      [20, 5],
      [25, 5],
      [40, 8],
      [200, 40],
    ])
  })

  test('T8 twelve people meet new people in all three rounds at four tables of three, and not at three of four', () => {
    expect(weighTables(12, 4, 3)).toEqual({
      tables: 4,
      sizes: { least: 3, most: 3 },
      bound: 0,
      isPerfect: true,
      hasTablesForAll: true,
      roundsToMeetAll: 7,
    })
    expect(weighTables(12, 3, 3)).toMatchObject({ bound: 9, isPerfect: false })
    expect(weighTables(12, 2, 3)).toMatchObject({ hasTablesForAll: false })
    expect(adviseTables(12, 3)).toMatchObject({ proposed: 4, choices: [1, 2, 3, 4].map((tables) => ({ tables })) })
  })

  test('T8 advice is plain data for every room', () => {
    for (let people = 0; people <= 250; people++) {
      const advice = adviseTables(people, 3)
      expect(JSON.parse(JSON.stringify(advice))).toEqual(advice)
      expect(advice.choices.map(({ tables }) => tables)).toContain(advice.proposed)
    }
  })
})

describe('T9 what really happened', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map(seatNamed) as [SeatId, SeatId, SeatId, SeatId]
  const round = (...tables: readonly (readonly SeatId[])[]): Seating =>
    tables.map((travellers, nth) => ({ table: tableNamed(nth), host: seatNamed(90 + nth), travellers }))

  test('T9 three rounds of four people, counted by hand', () => {
    const people = [
      { id: a, department: 'Sales', side: 'client' },
      { id: b, department: 'Care', side: 'team' },
      { id: c, department: 'Sales', side: 'team' },
      { id: d, side: 'team' },
    ]
    const rounds = [round([a, b], [c, d]), round([c], [a, b, d]), round([a, b], [c, d])]
    expect(measureEncounters(rounds, people)).toEqual({
      // ab, cd, ad, bd
      pairs: { met: 4, of: 6 },
      // ab ab ab, cd cd, ad, bd
      meetings: 7,
      repeats: 3,
      repeatCost: 4,
      mostTogether: 3,
      tablesVisited: { least: 1, sum: 7, travellers: 4 },
      // a, b and c come back once, d stays three rounds
      revisits: 6,
      sizeSpread: 2,
      carried: { met: 2, of: 2 },
      clientTables: { met: 3, of: 6 },
      across: { department: { met: 1, of: 2 }, side: { met: 2, of: 3 }, language: { met: 0, of: 0 } },
    })
  })

  test('T9 of nothing there is nothing, and figures do not depend on the order within a table', () => {
    expect(measureEncounters([])).toMatchObject({ meetings: 0, repeats: 0, pairs: { met: 0, of: 0 } })
    const rounds = [round([a, b, c], [d]), round([d, a], [b, c])]
    const turned = rounds.map((seating) =>
      seating.map((table) => ({ ...table, travellers: table.travellers.toReversed() })),
    )
    expect(measureEncounters(turned)).toEqual(measureEncounters(rounds))
  })
})
