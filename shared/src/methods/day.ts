import * as v from 'valibot'
import { DAY_MS } from '../kernel/index.ts'

const daysOf = (year: number, month: number): number | undefined => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const days = daysOf(year, month)
  return year > 0 && days !== undefined && day >= 1 && day <= days
}

/** A day of the calendar, `2026-11-22`, in nobody's time zone. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay))

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const write = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

/**
 * The day of a moment of server time, where days are counted by UTC. From the number of days to a date as in Howard Hinnant's
 * "chrono-compatible low-level date algorithms" (civil_from_days), for moments from 1970 on.
 */
export const dayOf = (at: number): string => {
  const shifted = Math.floor(at / DAY_MS) + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The same day of the next month, or the last that it has: the 31st of January gives the 28th or 29th of February. */
export const monthAfter = (day: string): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  const last = daysOf(nextYear, nextMonth) ?? date
  return write(nextYear, nextMonth, Math.min(date, last))
}
