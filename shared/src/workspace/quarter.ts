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

/** The year of a quarter, and its number in it, from 1. */
export const readQuarter = (quarter: Quarter): { readonly year: number; readonly number: number } => {
  const [year = '', number = ''] = quarter.split('-Q')
  return { year: Number(year), number: Number(number) }
}
