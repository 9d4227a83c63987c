import { describe, expect, test } from 'vitest'
import { type ItemId, asId } from '../../kernel/index.ts'
import { type ScoringId, scoringOf } from '../../scoring/index.ts'
import type { Poll } from '../../voting/index.ts'
import { METHODS, type Method } from '../index.ts'
import type { Wanted } from '../wanted.ts'
import type { BallotBox } from './ballot-box.ts'
import { bringFromVote } from './bringing.ts'

const ITEMS = ['plain', 'split', 'steep', 'known', 'last'].map((name) => asId<'item'>(name.padEnd(16, '0')))
const nameOf = (item: ItemId): string => item.replace(/0+$/, '')

/** What four people answered for feasible, attractive and novel: one idea is divided, one is hard, one is nothing new. */
const ANSWERS: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  plain: [
    [5, 5, 4],
    [5, 5, 4],
    [5, 5, 4],
    [5, 5, 4],
  ],
  split: [
    [3, 1, 3],
    [3, 1, 3],
    [3, 5, 3],
    [3, 5, 3],
  ],
  steep: [
    [1, 4, 5],
    [1, 4, 5],
    [1, 4, 5],
    [2, 4, 5],
  ],
  known: [
    [5, 5, 1],
    [5, 5, 1],
    [5, 5, 1],
    [5, 4, 1],
  ],
  last: [
    [2, 1, 2],
    [2, 1, 2],
    [2, 1, 2],
    [2, 1, 2],
  ],
}

const fanBallot = (voter: number) =>
  Object.fromEntries(
    ITEMS.map((item) => {
      const [feasible, attractive, novel] = ANSWERS[nameOf(item)]?.[voter] ?? [1, 1, 1]
      return [item, { feasible, attractive, novel }]
    }),
  )

const vote = (scoring: ScoringId, body: (voter: number) => unknown, settings: unknown = {}): BallotBox => {
  const ballots = [0, 1, 2, 3].map((voter) => ({
    scoring,
    voter: asId<'voter'>(`voter${voter}`.padEnd(16, '0')),
    seq: 1,
    body: body(voter),
  }))
  const result = scoringOf(scoring).tally(ballots, ITEMS, scoringOf(scoring).settings(settings), { eligible: 4 })
  const poll = { state: 'shown', subject: 'ideas', items: ITEMS } as unknown as Poll
  return { sheet: {} as never, poll, result: result as never }
}

const bringNames = (box: BallotBox, wants: Wanted) => bringFromVote(box, wants).map(nameOf)

const fan = vote('fan', fanBallot)

describe('Q45 what a vote hands on is what the next step wants', () => {
  test.each([
    ['best', ['plain', 'known', 'steep']],
    ['best-and-disputed', ['plain', 'known', 'steep', 'split']],
    ['disputed', ['split']],
    ['hard', ['steep', 'plain', 'known']],
    ['familiar', ['known', 'plain', 'steep']],
  ] as const)('Q45 %s', (wants, names) => {
    expect(bringNames(fan, wants)).toEqual(names)
  })

  test('Q45 as many as are to be taken, where that was said', () => {
    expect(bringNames(vote('fan', fanBallot, { cut: 1 }), 'best')).toEqual(['plain'])
  })

  test('Q45 what cannot be told from a vote gives way to what came first', () => {
    const ranked = vote('ranking', () => ({ levels: ITEMS.map((item) => [item]) }), { criterion: 'Impact' })
    for (const wants of ['best', 'best-and-disputed', 'disputed', 'hard', 'familiar'] as const) {
      expect(bringNames(ranked, wants)).toEqual(['plain', 'split', 'steep'])
    }
    const agreed = vote('fan', () => fanBallot(0))
    expect(bringNames(agreed, 'disputed')).toEqual(bringNames(agreed, 'best'))
  })

  test('Q45 nothing before it is shown, and nothing of a vote on groups', () => {
    const { poll } = fan as { poll: Poll }
    for (const other of [{ state: 'closed' }, { state: 'cancelled' }, { subject: 'groups' }]) {
      expect(bringFromVote({ ...fan, poll: { ...poll, ...other } as Poll }, 'best')).toEqual([])
    }
  })

  test('Q45 improving, turning round, asking why and chance each begin from something else', () => {
    const wants = Object.fromEntries((METHODS as readonly Method[]).map(({ id, prompts }) => [id, prompts?.wants]))
    expect(wants).toMatchObject({
      brainstorm: 'best-and-disputed',
      reverse: 'disputed',
      'five-whys': 'hard',
      random: 'familiar',
      score: undefined,
    })
  })
})
