import type { TrailRefuted } from '@roundel/shared/report'
import { readQuarter } from '@roundel/shared/workspace'
import { useNumber, useText } from '../i18n/text.ts'

/** Says of a cause that a later result refuted it, and where that was said as far as the reader may know. */
export const useRefuted = (): ((refuted: TrailRefuted) => string) => {
  const t = useText()
  const digits = useNumber()
  return ({ title, quarter }) => {
    if (title === undefined || quarter === undefined) return t('lineage.refuted')
    const { year, number } = readQuarter(quarter)
    return t('lineage.refuted-in', { title, number, year: digits(year, { useGrouping: false }) })
  }
}
