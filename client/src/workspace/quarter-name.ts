import { daysOfQuarter, readQuarter } from '@roundel/shared/workspace'
import { useDate, useNumber, useText } from '../i18n/text.ts'
import type { ListedQuarter } from '../sync/workspaces.ts'

/** What a quarter is called. Years are counted as the server counts quarters. */
export const useQuarterName = (): ((quarter: ListedQuarter['quarter']) => string) => {
  const t = useText()
  const digits = useNumber()
  return (quarter) => {
    const { year, number } = readQuarter(quarter)
    return t('quarter.name', { number, year: digits(year, { useGrouping: false }) })
  }
}

/** From which day to which a quarter lasts, and by which clock: calendars begin their quarters differently. */
export const useQuarterSpan = (): ((quarter: ListedQuarter['quarter']) => string) => {
  const t = useText()
  const date = useDate()
  const dayWords = (day: string): string => date(Date.parse(day), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (quarter) => {
    const { first, last } = daysOfQuarter(quarter)
    return t('quarter.span', { first: dayWords(first), last: dayWords(last) })
  }
}
