import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type ItemId, shuffled } from '../kernel/index.ts'
import { anyPoll } from './any-poll.ts'
import type { Ballot } from './ballot.ts'
import {
  SCORINGS,
  SCORING_IDS,
  SCORING_KINDS,
  type Scoring,
  describeCaveats,
  describeResult,
  scoringOf,
} from './index.ts'
import { cutOf, firstOf } from './order.ts'
import { SCALES } from './scale.ts'
import { castAll, itemNamed, voterNumbered } from './simulated-cast.ts'

const ALL = SCORINGS as unknown as readonly Scoring[]
const seeds = fc.nat(2 ** 31)

const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

/** The same with other names for the items, everywhere that they stand. */
const rename = <Value>(value: Value, names: ReadonlyMap<string, string>): Value =>
  JSON.parse(
    [...names].reduce((json, [from, to]) => json.replaceAll(`"${from}"`, `"${to}"`), JSON.stringify(value)),
  ) as Value

const rankOf = (order: readonly { readonly item: ItemId; readonly rank: number | null }[], item: ItemId) =>
  order.find((each) => each.item === item)?.rank

test('Q1 every scoring has an id of its own, is found by it, and is of a kind', () => {
  expect(new Set(SCORING_IDS).size).toBe(SCORINGS.length)
  for (const scoring of SCORINGS) {
    expect(scoringOf(scoring.id)).toBe(scoring)
    expect(SCORING_KINDS).toContain(scoring.kind)
    expect(scoring.scales.every((scale) => scale in SCALES)).toBe(true)
  }
  expect(() => scoringOf('applause' as never)).toThrow('unknown scoring')
})

describe.each(ALL)('scoring $id', (scoring) => {
  test('Q1 its defaults are settings that it accepts, plain data, and reading them again changes nothing', () => {
    const settings = scoring.settings({})
    expect(scoring.accepts(settings)).toBe(true)
    expect(scoring.settings(settings)).toEqual(settings)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
    for (const scale of scoring.scales) expect(scoring.accepts({ scale })).toBe(true)
  })

  test('Q1 settings that it does not know, or that are none, are refused', () => {
    for (const input of [{ colour: 'red' }, { quorum: 0 }, { cut: 0.5 }, { groups: 'all' }, null, 7, 'x', [1]]) {
      expect(scoring.accepts(input)).toBe(false)
    }
    expect(() => scoring.settings({ colour: 'red' })).toThrow(v.ValiError)
  })

  test('Q1 its criteria have keys of their own and weights above 0, wherever something is judged', () => {
    const criteria = scoring.criteria({})
    expect(criteria.length > 0).toBe(scoring.kind === 'judging')
    expect(new Set(criteria.map(({ key }) => key)).size).toBe(criteria.length)
    for (const { weight } of criteria) expect(weight).toBeGreaterThan(0)
  })

  test('Q2 whatever is sent as a ballot is read or refused, and a refusal repeats nothing of it', () => {
    const items = [itemNamed('a'), itemNamed('b')]
    const anyKey = fc.oneof(fc.constantFrom<string>(...items, 'levels', '__proto__', 'feasible'), fc.string())
    const anything = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.dictionary(anyKey, tie('any')),
        fc.array(fc.oneof(anyKey, tie('any'))),
      ),
    })).any
    fc.assert(
      fc.property(anything, (input) => {
        const read = scoring.readBallot(input, { items, settings: {} })
        if (read.ok) scoring.progress(read.value, { items, settings: {} })
        else expect([read.error.code, Object.keys(read.error.details ?? {})]).toEqual(['bad-input', ['reason']])
      }),
    )
  })

  test('Q2 what somebody may fill in is read as it is, and nothing is lost when it is read again', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        for (const { body } of ballots) {
          const read = scoring.readBallot(body, { items, settings })
          expect(read).toEqual({ ok: true, value: body })
          expect(JSON.parse(JSON.stringify(body))).toEqual(body)
        }
      }),
    )
  })

  test('Q3 an item that is not among those to be scored is on no ballot', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        const [first, ...others] = items
        const stranger = rename(ballots[0]!.body, new Map([[first!, itemNamed('stranger')]]))
        const known = JSON.stringify(ballots[0]!.body).includes(first!)
        const read = scoring.readBallot(stranger, { items, settings })
        expect(read.ok).toBe(!known)
        if (known) expect(read).toMatchObject({ error: { details: { reason: 'unknown-item' } } })
        const subset = scoring.readBallot(ballots[0]!.body, { items, settings, shown: others })
        if (known) expect(subset.ok).toBe(false)
      }),
    )
  })

  test('Q4 a ballot with nothing on it is read, cannot be cast, and counts for nothing', () => {
    const { items, ballots, settings } = anyPoll(scoring, 5)
    const empty = scoring.kind === 'ordering' ? { levels: [] } : {}
    const read = scoring.readBallot(empty, { items, settings })
    expect(read.ok && scoring.isCastable(read.value)).toBe(false)
    expect(read.ok && scoring.progress(read.value, { items, settings }).done).toBe(0)
    const more = [...ballots, { ...ballots[0]!, voter: voterNumbered(99), body: empty }]
    expect(scoring.tally(more, items, settings, { eligible: 20 })).toEqual(
      scoring.tally(ballots, items, settings, { eligible: 20 }),
    )
  })

  test('Q4 a ballot that was filled in can be cast and is complete', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        for (const { body } of ballots) {
          expect(scoring.isCastable(body)).toBe(true)
          expect(scoring.isComplete(body, { items, settings })).toBe(true)
        }
      }),
    )
  })

  test('Q6 the last ballot of each voter counts, and none that cannot be read or is of another scoring', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings, random } = anyPoll(scoring, seed)
        const earlier = ballots.map((ballot) => ({
          ...ballot,
          seq: 0,
          body: scoring.simulate({ items, settings }, random),
        }))
        const noise: readonly Ballot[] = [
          { scoring: scoring.id, voter: voterNumbered(50), seq: 1, body: 'nonsense' },
          { scoring: 'applause', voter: voterNumbered(51), seq: 1, body: ballots[0]!.body },
        ]
        const mixed = shuffled([...ballots, ...earlier, ...noise], random)
        expect(scoring.tally(mixed, items, settings, { eligible: 9 })).toEqual(
          scoring.tally(ballots, items, settings, { eligible: 9 }),
        )
      }),
    )
  })

  test('Q7 every item is in the result once, equals share a rank, and the next rank counts them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        const { order } = scoring.tally(ballots, items, settings, { eligible: 9 })
        expect(order.map(({ item }) => item).toSorted()).toEqual(items.toSorted())
        const ranks = order.flatMap(({ rank }) => rank ?? [])
        expect(order.slice(ranks.length).every(({ rank }) => rank === null)).toBe(true)
        for (const [place, rank] of ranks.entries()) {
          expect(rank === place + 1 || rank === ranks[place - 1]).toBe(true)
        }
      }),
    )
  })

  test('Q7 what is taken never decides between equals', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, cut) => {
        const { items, ballots } = anyPoll(scoring, seed)
        const { order, cut: found } = scoring.tally(ballots, items, { cut }, { eligible: 9 })
        expect(found).toEqual(cutOf(order, cut))
        const ranked = order.filter(({ rank }) => rank !== null).length
        expect(found!.above.length).toBeLessThanOrEqual(cut)
        if (found!.onLine.length > 0) {
          expect(found!.above.length + found!.onLine.length).toBeGreaterThan(cut)
          expect(new Set(found!.onLine.map((item) => rankOf(order, item))).size).toBe(1)
        } else expect(found!.above.length).toBe(Math.min(cut, ranked))
      }),
    )
  })

  test('Q8 stability is the number of voters without whom, each alone, the first place or the cut is another', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed, { settings: { cut: 2 } })
        const { order, stability } = scoring.tally(ballots, items, settings, { eligible: 9 })
        const others = ballots.map(
          ({ voter }) =>
            scoring.tally(
              ballots.filter((ballot) => ballot.voter !== voter),
              items,
              settings,
              { eligible: 9 },
            ).order,
        )
        const lineOf = (each: typeof order) => JSON.stringify([cutOf(each, 2).above.toSorted(), cutOf(each, 2).onLine])
        expect(stability).toEqual({
          of: ballots.length,
          first: others.filter((each) => firstOf(each).join() !== firstOf(order).join()).length,
          cut: others.filter((each) => lineOf(each) !== lineOf(order)).length,
          contenders: [...new Set([order, ...others].flatMap(firstOf))].toSorted(),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('Q15 it makes no difference who cast which ballot, nor in which order ballots and items come', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings, random } = anyPoll(scoring, seed)
        const bodies = shuffled(ballots, random).map(({ body }) => body)
        const renamed = castAll(scoring.id, bodies).map((ballot, index) => ({
          ...ballot,
          voter: voterNumbered(40 - index),
        }))
        expect(scoring.tally(renamed, shuffled(items, random), settings, { eligible: 9 })).toEqual(
          scoring.tally(ballots, items, settings, { eligible: 9 }),
        )
      }),
    )
  })

  test('Q15 with other names for the items the ranks are the same', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings, random } = anyPoll(scoring, seed)
        const others = shuffled(items, random).map((_, index) => itemNamed(`other-${index}`))
        const names = new Map(shuffled(items, random).map((item, index) => [item, others[index]!]))
        const before = scoring.tally(ballots, items, settings, { eligible: 9 }).order
        const after = scoring.tally(rename(ballots, names), others, settings, { eligible: 9 }).order
        for (const { item, rank } of before) expect(rankOf(after, names.get(item)!)).toBe(rank)
      }),
    )
  })

  test('Q16 a result is plain data in which no voter stands, and counting changes nothing that it is given', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        const result = scoring.tally(freeze(ballots), freeze(items), freeze(settings), { eligible: 9 })
        const json = JSON.stringify(result)
        expect(JSON.parse(json)).toEqual(result)
        for (const { voter } of ballots) expect(json).not.toContain(voter)
      }),
    )
  })

  test('Q16 groups are counted as if they were alone, and withheld where one of them is a single ballot', () => {
    fc.assert(
      fc.property(seeds, fc.nat(7), (seed, at) => {
        const { items, ballots } = anyPoll(scoring, seed)
        const settings = { groups: 'side-by-side' }
        const [team, client] = [ballots.slice(0, at), ballots.slice(at)]
        const groups = {
          team: { eligible: 9, voters: team.map(({ voter }) => voter) },
          client: { eligible: 5, voters: client.map(({ voter }) => voter) },
        }
        const { groups: found, ...whole } = scoring.tally(ballots, items, settings, { eligible: 14, groups })
        const { groups: none, ...alone } = scoring.tally(ballots, items, {}, { eligible: 14, groups })
        expect(none).toBeNull()
        expect(whole).toEqual(alone)
        if (team.length === 1 || client.length === 1) {
          expect(found).toEqual({ state: 'withheld', cast: { team: team.length, client: client.length } })
        } else {
          const { groups: _, ...own } = scoring.tally(team, items, settings, { eligible: 9 })
          expect(found).toMatchObject({ state: 'shown', results: { team: own } })
        }
      }),
    )
  })

  test('Q16 who is in no group is not given away by the difference', () => {
    const { items, ballots } = anyPoll(scoring, 3, { voters: 7 })
    const five = castAll(
      scoring.id,
      Array.from({ length: 5 }, () => ballots[0]!.body),
    )
    const voters = five.slice(0, 4).map(({ voter }) => voter)
    const result = scoring.tally(
      five,
      items,
      { groups: 'side-by-side' },
      { eligible: 5, groups: { team: { eligible: 4, voters } } },
    )
    expect(result.groups?.state).toBe('withheld')
  })

  test('Q14 a result is told in two to four sentences, which name items that exist', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        const result = scoring.tally(ballots, items, settings, { eligible: 9 })
        const described = describeResult(result as never)
        expect(described).toEqual(scoring.describe(result))
        const isEmpty = firstOf(result.order).length === 0
        expect(described.length >= (isEmpty ? 1 : 2) && described.length <= 4).toBe(true)
        for (const { key, values } of [...described, ...describeCaveats(result)]) {
          expect(key).toMatch(/^[a-z-]+$/)
          for (const item of (values['items'] as readonly ItemId[] | undefined) ?? []) expect(items).toContain(item)
        }
        expect(JSON.parse(JSON.stringify(described))).toEqual(described)
      }),
    )
  })

  test('Q7 without ballots nothing is in order, and nothing fails', () => {
    const items = [itemNamed('a'), itemNamed('b')]
    const result = scoring.tally([], items, { cut: 1 }, { eligible: 4 })
    expect(result.order).toEqual(items.map((item) => ({ item, rank: null })))
    expect(result.turnout).toMatchObject({ cast: 0, quorum: 3, isQuorate: false })
    expect(scoring.describe(result).map(({ key }) => key)).toEqual(['nothing-in-order'])
    expect(scoring.tally([], [], {}, { eligible: 0 }).order).toEqual([])
  })

  test('Q17 what everyone holds better than everything else comes first', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { items, ballots, settings } = anyPoll(scoring, seed)
        const best = itemNamed('best')
        const bodies = ballots.map(({ body }) => lift(scoring, body, best))
        const all = [...items, best]
        for (const body of bodies) expect(scoring.readBallot(body, { items: all, settings }).ok).toBe(true)
        const cast = castAll(scoring.id, bodies)
        const { order } = scoring.tally(cast, all, settings, { eligible: cast.length })
        expect(rankOf(order, best)).toBe(1)
      }),
    )
  })
})

/** A ballot with one more item on it, above everything else as far as its kind allows. */
const lift = (scoring: Scoring, body: unknown, item: ItemId): unknown => {
  switch (scoring.kind) {
    case 'ordering':
      return { levels: [[item], ...(body as { readonly levels: readonly unknown[] }).levels] }
    case 'spending':
      return { [item]: 1 }
    default: {
      const { highest } = SCALES[(scoring.settings({}) as { readonly scale: keyof typeof SCALES }).scale]
      const answers = Object.fromEntries(scoring.criteria({}).map(({ key }) => [key, highest]))
      return { ...(body as object), [item]: answers }
    }
  }
}
