import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf, joinAgreements } from './figures.ts'
import { countValue, emptyHistogram } from './histogram.ts'
import { SCALES, SCALE_IDS, type Scale, type ScaleId, valuesOf } from './scale.ts'

const histogramOf = (scale: Scale, values: readonly number[]) => {
  const histogram = emptyHistogram(scale)
  for (const value of values) countValue(histogram, value)
  return histogram
}
const figuresFor = (scale: ScaleId, ...values: readonly number[]) => figuresOf(histogramOf(SCALES[scale], values), 50)

const anyValues = fc.constantFrom(...SCALE_IDS).chain((id) =>
  fc.record({
    scale: fc.constant(SCALES[id]),
    values: fc.array(fc.constantFrom(...valuesOf(SCALES[id])), { minLength: 1, maxLength: 40 }),
  }),
)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** By the textbook, out of the values themselves. */
const plainFigures = ({ lowest, highest }: Scale, values: readonly number[]) => {
  const sorted = values.toSorted((one, other) => one - other)
  const n = sorted.length
  const at = (p: number) => {
    const place = (n - 1) * p
    const below = sorted[Math.floor(place)]!
    return below + (place % 1) * ((sorted[Math.floor(place) + 1] ?? below) - below)
  }
  const mean = sum(values) / n
  const g = n < 5 ? 0 : Math.floor((2 * n) / 10)
  const squares = sum(values.map((value) => (value - mean) ** 2))
  const range = highest - lowest
  return {
    n,
    mean,
    median: at(0.5),
    trimmed: sum(sorted.slice(g, n - g)) / (n - 2 * g),
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    iqr: at(0.75) - at(0.25),
    polarisation: squares / n / (range ** 2 / 4),
    low: values.filter((value) => value <= lowest + range / 4).length / n,
    high: values.filter((value) => value >= highest - range / 4).length / n,
  }
}

test('Q5 every figure is what its definition says, on every scale', () => {
  fc.assert(
    fc.property(anyValues, ({ scale, values }) => {
      const figures = figuresOf(histogramOf(scale, values), 50)
      for (const [name, value] of Object.entries(plainFigures(scale, values))) {
        const found = figures[name as 'mean']
        if (value === null) expect([name, found]).toEqual([name, null])
        else expect(found).toBeCloseTo(value, 9)
      }
      for (const aggregate of ['mean', 'median', 'trimmed'] as const) {
        const share = (100 * (figures[aggregate] - scale.lowest)) / (scale.highest - scale.lowest)
        expect(figures.normalised[aggregate]).toBeCloseTo(share, 9)
        const [top, bottom] = figures.exact[aggregate]
        expect(top / bottom).toBe(figures[aggregate])
      }
    }),
  )
})

test('Q5 opinions are called polarised, disputed, agreed or mixed, asked in this order', () => {
  expect(figuresFor('one-to-five', 1, 1, 5, 5).agreement).toBe('polarised')
  // Polarisation 0.5 exactly, without a quarter at the low end.
  expect(figuresFor('zero-to-four', 0, 4, 4, 4, 4, 4, 2).agreement).not.toBe('polarised')
  expect(figuresFor('zero-to-ten', 0, 3, 3, 10, 10, 10, 10, 10).agreement).toBe('disputed')
  expect(figuresFor('one-to-five', 3, 4, 4, 3).agreement).toBe('agreed')
  expect(figuresFor('one-to-five', 2, 3, 4, 4, 5, 2).agreement).toBe('mixed')
  expect(figuresFor('one-to-five', 5).agreement).toBeNull()
  // Half at each end, exactly at the bound of a quarter.
  expect(figuresFor('one-to-five', 1, 5, 5, 5)).toMatchObject({ polarisation: 0.75, low: 0.25, agreement: 'polarised' })
  expect(figuresFor('one-to-five', 1, 5, 5, 5, 5)).toMatchObject({ low: 0.2, agreement: 'disputed' })
  expect(figuresFor('yes-no', 0, 1, 1, 1)).toMatchObject({ agreement: 'polarised' })
})

test('Q5 from which polarisation on opinions are disputed can be set', () => {
  const histogram = histogramOf(SCALES['one-to-five'], [1, 5, 1, 5, 3])
  expect([79, 80, 81].map((percent) => figuresOf(histogram, percent).agreement)).toEqual([
    'polarised',
    'polarised',
    'mixed',
  ])
})

test('Q5 an item is agreed when all its criteria are, and takes the strongest dissent otherwise', () => {
  expect(joinAgreements(['agreed', 'agreed', null])).toBe('agreed')
  expect(joinAgreements(['agreed', 'mixed'])).toBe('mixed')
  expect(joinAgreements(['agreed', 'disputed', 'mixed'])).toBe('disputed')
  expect(joinAgreements(['disputed', 'polarised'])).toBe('polarised')
  expect(joinAgreements([null])).toBeNull()
})
