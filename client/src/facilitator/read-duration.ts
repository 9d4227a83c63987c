import { MINUTE_MS } from '@roundel/shared/kernel'
/** Persian and Arabic digits, each row from 0 to 9. */
const OTHER_DIGITS = ['۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩'] as const
const LONGEST_MS = 24 * 60 * MINUTE_MS

const toLatinDigit = (digit: string): string => String(Math.max(...OTHER_DIGITS.map((digits) => digits.indexOf(digit))))

/**
 * What somebody typed as a time, in milliseconds: minutes, or minutes and seconds with a colon between, in the digits of
 * any of our languages. Undefined for anything else, for 60 seconds and more, and for more than a day.
 */
export const readDuration = (typed: string): number | undefined => {
  const latin = typed.trim().replaceAll(/[۰-۹٠-٩]/g, toLatinDigit)
  const parts = /^(\d{0,4})(?:\s*[:：]\s*(\d{2}))?$/.exec(latin)
  if (!parts || latin === '') return undefined
  const [, minutes = '', seconds = '0'] = parts
  const length = Number(minutes) * MINUTE_MS + Number(seconds) * 1_000
  return Number(seconds) < 60 && length <= LONGEST_MS ? length : undefined
}
