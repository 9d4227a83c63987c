import { expect, test } from 'vitest'
import { runCuts, runForged, runHonest } from './gate.fuzz.ts'

test(
  'G2 nothing that stock replicas do within their rights is refused, and all come to read the same',
  { timeout: 120_000 },
  () => {
    const report = runHonest({ updates: 5_000, seed: 20_260_101, perRoom: 250 })
    expect(report).toMatchObject({ refused: 0, gappedStep2: 0, forbidden: 0, diverged: 0 })
    for (const [story, times] of Object.entries(report.stories)) expect(times, story).toBeGreaterThan(9)
    for (const [touch, times] of report.touches) expect(times, touch).toBeGreaterThan(99)
    expect(report.admitted).toBeGreaterThan(3_000)
  },
)

test(
  'G12 nothing forbidden gets through, nothing throws, and a reload reads what was live',
  { timeout: 120_000 },
  () => {
    const report = runForged({ updates: 3_000, seed: 20_260_102, sample: 8 })
    expect(report.failures).toEqual([])
    expect(report.admitted).toBeGreaterThan(200)
    expect(report.biting, 'the forger bites').toBeGreaterThan(50)
    expect([...report.kinds.values()].filter(({ refused }) => refused === 0)).toEqual([])
  },
)

test.each([453, 1_082])(
  'G25 structs that pass over what their neighbours were built on make no replica read differently (seed %i)',
  (seed) => {
    expect(runForged({ updates: 100, seed }).failures).toEqual([])
  },
)

test(
  'G11 every beginning of 100 real updates is refused and leaves the document as it was',
  { timeout: 60_000 },
  () => {
    const { cuts, failures } = runCuts({ updates: 100, seed: 20_260_103 })
    expect(failures).toEqual([])
    expect(cuts).toBeGreaterThan(2_000)
  },
)
