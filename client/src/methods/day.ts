import { useDate } from '../i18n/text.ts'
import { useNow } from '../sync/room-context.ts'

const DAY_MS = 86_400_000

/** A day of the calendar where a moment is looked at from, `2026-11-22`. */
const dayOf = (at: number): string => {
  const date = new Date(at)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}

/** The present day here, and the one a week from now. */
export const useToday = (): { readonly today: string; readonly inAWeek: string } => {
  const now = useNow(false)
  return { today: dayOf(now), inAWeek: dayOf(now + 7 * DAY_MS) }
}

/** Says a day of the calendar as the reader's language does; it is the same day in every time zone. */
export const useDayWords = (): ((day: string) => string) => {
  const date = useDate()
  return (day) =>
    date(Date.parse(`${day}T00:00:00Z`), { day: 'numeric', month: 'long', weekday: 'short', timeZone: 'UTC' })
}
