import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, asId, seededRandom } from '../kernel/index.ts'
import { type Ballot, SCORING_IDS, scoringOf } from '../scoring/index.ts'
import { type TallyJob, runTally } from './job.ts'

const ITEMS: readonly ItemId[] = [asId('item000000000001'), asId('item000000000002')]

const jobOf = (id: (typeof SCORING_IDS)[number]): TallyJob => {
  const random = seededRandom(3)
  const ballots = [1, 2, 3, 4].map((number): Ballot => ({
    scoring: id,
    voter: asId(`voter0000000000${number}`),
    seq: number,
    body: scoringOf(id).simulate({ items: ITEMS, settings: {} }, random),
  }))
  return { scoring: id, settings: {}, items: ITEMS, ballots, electorate: { eligible: 5 } }
}

test('Q31 a job of every scoring goes out and comes back as plain data, with the same result', () => {
  for (const id of SCORING_IDS) {
    const job = jobOf(id)
    const sent: unknown = JSON.parse(JSON.stringify(job))
    const found = runTally(sent)
    expect(found).toEqual({ ok: true, value: scoringOf(id).tally(job.ballots, ITEMS, {}, { eligible: 5 }) })
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  }
})

test('Q31 what is no job is answered with bad-input', () => {
  const job = jobOf('fan')
  for (const wrong of [
    null,
    {},
    { ...job, scoring: 'applause' },
    { ...job, settings: { scale: 'feet' } },
    { ...job, items: ['short'] },
    { ...job, ballots: [{}] },
    { ...job, electorate: { eligible: -1 } },
  ]) {
    expect(runTally(wrong)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  }
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(runTally(input).ok).toBe(false)
    }),
  )
})
