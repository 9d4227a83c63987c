/** A quarter of a year in UTC, such as `2026-Q4`. Quarters sort as their texts do. */
export type Quarter = `${number}-Q${number}`

const DAY_MS = 86_400_000
const MONTHS_PER_QUARTER = 3
const FIRST_YEAR = 1970

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of each month of a year, in order. */
const monthsOf = (year: number): readonly number[] => [
  31,
  isLeap(year) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The quarter in which a moment lies, milliseconds since 1970 and not before. */
export const quarterOf = (at: number): Quarter => {
  let days = Math.floor(Math.max(0, at) / DAY_MS)
  let year = FIRST_YEAR
  for (let length = sum(monthsOf(year)); days >= length; length = sum(monthsOf(year))) {
    days -= length
    year++
  }
  const month = monthsOf(year).findIndex((_length, index, months) => days < sum(months.slice(0, index + 1)))
  return `${year}-Q${Math.floor(month / MONTHS_PER_QUARTER) + 1}`
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
