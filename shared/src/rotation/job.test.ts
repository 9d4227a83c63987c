import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runRotation } from './job.ts'
import { planRotation } from './plan.ts'
import { cafeJob, seatNamed } from './simulated-cafe.ts'

const JOB = cafeJob(14, 3, 3, {
  wishes: [{ kind: 'apart', seats: [seatNamed(4), seatNamed(5)] }],
  mixBy: ['side'],
  before: [{ one: seatNamed(6), other: seatNamed(7), times: 2 }],
})

test('T11 a job goes out and comes back as plain data, with the same plan', () => {
  const first = planRotation(JOB)
  const job = { ...JOB, past: first.rounds.slice(0, 1), previous: first.rounds.slice(1), announced: 1, rounds: 2 }
  const found = runRotation(JSON.parse(JSON.stringify(job)))
  expect(found).toEqual({ ok: true, value: planRotation(job) })
  expect(JSON.parse(JSON.stringify(found))).toEqual(found)
})

test('T11 what is no job is answered with bad-input', () => {
  const [table] = JOB.tables
  const [traveller] = JOB.travellers
  for (const wrong of [
    null,
    {},
    { ...JOB, seed: -1 },
    { ...JOB, seed: 2 ** 32 },
    { ...JOB, iterations: 1e9 },
    { ...JOB, rounds: 1_000 },
    { ...JOB, tables: [] },
    { ...JOB, tables: [...JOB.tables, table] },
    { ...JOB, travellers: [...JOB.travellers, traveller] },
    { ...JOB, travellers: [...JOB.travellers, { id: table?.host }] },
    { ...JOB, mixBy: ['side', 'side'] },
    { ...JOB, mixBy: ['shoe'] },
    { ...JOB, wishes: [{ kind: 'apart', seats: ['short'] }] },
    { ...JOB, secret: 1 },
  ]) {
    expect(runRotation(wrong)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  }
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(runRotation(input).ok).toBe(false)
    }),
  )
})
