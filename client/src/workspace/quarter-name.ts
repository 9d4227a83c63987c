import { readQuarter } from '@roundel/shared/workspace'
import { useNumber, useText } from '../i18n/text.ts'
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
