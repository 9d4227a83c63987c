import type { SessionId } from '@roundel/shared/kernel'
import ical from 'ical-generator'

/** When a session is to take place, and where its page is. */
export interface CalendarEntry {
  readonly id: SessionId
  readonly title: string
  /** Milliseconds since 1970. */
  readonly startsAt: number
  readonly minutes: number
  /** What brings this person in. Calendars are shared and copied: never the secret of a link. */
  readonly address: string
  /** Grows with every change, so that calendars take the newer one. */
  readonly version: number
  readonly now: number
}

/** A session as a calendar file (RFC 5545): title, time and address, and nothing of who takes part or what is asked. */
export const writeCalendar = ({ id, title, startsAt, minutes, address, version, now }: CalendarEntry): string => {
  const calendar = ical({ prodId: { company: 'Roundel', product: 'Roundel' } })
  calendar.createEvent({
    id: `${id}@roundel`,
    sequence: version,
    stamp: new Date(now),
    start: new Date(startsAt),
    end: new Date(startsAt + minutes * 60_000),
    summary: title,
    url: address,
    location: address,
  })
  return calendar.toString()
}

/** The day on which an action is due. */
export interface DueDay {
  readonly id: string
  readonly title: string
  /** Of the session in which it was agreed. */
  readonly session: string
  /** A day of the calendar, `2026-11-22`. */
  readonly due: string
  readonly now: number
}

/** The day of an action as a calendar file: a whole day in nobody's time zone. Calendars are shared, so no link stands in it. */
export const writeDueDay = ({ id, title, session, due, now }: DueDay): string => {
  const calendar = ical({ prodId: { company: 'Roundel', product: 'Roundel' } })
  calendar.createEvent({
    id: `${id}@roundel`,
    stamp: new Date(now),
    start: new Date(`${due}T00:00:00Z`),
    allDay: true,
    summary: title,
    description: session,
  })
  return calendar.toString()
}
