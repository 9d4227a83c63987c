import { DAY_MS } from '@roundel/shared/kernel'
import { monthAfter } from '@roundel/shared/methods/decide'
import { useDate } from '../i18n/text.ts'
import { useNow } from '../sync/room-context.ts'

/** A day of the calendar where a moment is looked at from, `2026-11-22`. */
const dayOf = (at: number): string => {
  const date = new Date(at)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}

/** The present day here, the one a week from now, and the one a month from now. */
export const useToday = (): { readonly today: string; readonly inAWeek: string; readonly inAMonth: string } => {
  const now = useNow(false)
  const today = dayOf(now)
  return { today, inAWeek: dayOf(now + 7 * DAY_MS), inAMonth: monthAfter(today) }
}

/** Says a day of the calendar as the reader's language does; it is the same day in every time zone. */
export const useDayWords = (): ((day: string) => string) => {
  const date = useDate()
  const { today } = useToday()
  return (day) =>
    date(Date.parse(`${day}T00:00:00Z`), {
      day: 'numeric',
      month: 'long',
      ...(day.slice(0, 4) === today.slice(0, 4) ? { weekday: 'short' } : { year: 'numeric' }),
      timeZone: 'UTC',
    })
}
