import { dayOf } from '../methods/day.ts'

/** A quarter of a year in UTC, such as `2026-Q4`. Quarters sort as their texts do. */
export type Quarter = `${number}-Q${number}`

const MONTHS_PER_QUARTER = 3

/** The quarter in which a moment lies, milliseconds since 1970 and not before. */
export const quarterOf = (at: number): Quarter => {
  const [year, month] = dayOf(at).split('-').map(Number)
  return `${year ?? 0}-Q${Math.ceil((month ?? 1) / MONTHS_PER_QUARTER)}`
}

/** The quarter before another. */
export const quarterBefore = (quarter: Quarter): Quarter => {
  const { year, number } = readQuarter(quarter)
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
}

/** The first and the last day of a quarter, `2026-10-01` and `2026-12-31`. */
export const daysOfQuarter = (quarter: Quarter): { readonly first: string; readonly last: string } => {
  const { year, number } = readQuarter(quarter)
  const lastMonth = number * MONTHS_PER_QUARTER
  const dayIn = (month: number, day: string): string => `${year}-${String(month).padStart(2, '0')}-${day}`
  return {
    first: dayIn(lastMonth - MONTHS_PER_QUARTER + 1, '01'),
    last: dayIn(lastMonth, number === 1 || number === 4 ? '31' : '30'),
  }
}

/** The year of a quarter, and its number in it, from 1. */
export const readQuarter = (quarter: Quarter): { readonly year: number; readonly number: number } => {
  const [year = '', number = ''] = quarter.split('-Q')
  return { year: Number(year), number: Number(number) }
}
