import { readQuarter } from '@roundel/shared/workspace'
import { useText } from '../i18n/text.ts'
import type { ListedQuarter } from '../sync/workspaces.ts'

/** What a quarter is called. Years are counted as the server counts quarters, and written as they are. */
export const useQuarterName = (): ((quarter: ListedQuarter['quarter']) => string) => {
  const t = useText()
  return (quarter) => {
    const { year, number } = readQuarter(quarter)
    return t('quarter.name', { number, year: String(year) })
  }
}
