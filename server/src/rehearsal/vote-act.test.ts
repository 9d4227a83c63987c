import { asId } from '@roundel/shared/kernel'
import { SCORING_IDS, scoringOf } from '@roundel/shared/scoring'
import type { View } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import { chooseVote } from './vote-act.ts'

const STEP = asId<'step'>('step-00000000001')
const ITEMS = ['one', 'two', 'three'].map((name) => asId<'item'>(name.padEnd(16, '0')))

const look = (scoring: string, poll: object = {}, own: object | null = { people: 1, cast: [] }): View =>
  ({
    me: own ? { work: own } : {},
    step: { id: STEP, kind: 'score', phase: 'open' },
    work: {
      [STEP]: {
        data: {
          poll: {
            id: 'poll000000000000',
            state: 'open',
            scoring,
            settings: scoringOf(scoring as 'fan').settings({}),
            items: ITEMS,
            ...poll,
          },
        },
      },
    },
  }) as unknown as View

test.each(SCORING_IDS)('W38 simulated people cast a ballot that counts, by %s, and each of them once', (scoring) => {
  const view = look(scoring)
  const act = chooseVote(view, () => 0)
  expect(act).toMatchObject({ step: STEP, poll: 'poll000000000000' })
  const rules = scoringOf(scoring)
  const read = rules.readBallot(act?.ballot, { items: ITEMS, settings: rules.settings({}) })
  expect(read).toMatchObject({ ok: true })
  expect(read.ok && rules.isCastable(read.value)).toBe(true)
  expect(chooseVote(look(scoring, {}, { people: 1, cast: [1] }), () => 0)).toBeUndefined()
})

test('W38 nobody votes who may not, nor before voting is open or after it', () => {
  expect(chooseVote(look('fan', {}, null), () => 0)).toBeUndefined()
  for (const state of ['closed', 'shown', 'cancelled']) {
    expect(chooseVote(look('fan', { state }), () => 0)).toBeUndefined()
  }
  expect(chooseVote(look('fan'), () => 0.99)).toBeUndefined()
})
