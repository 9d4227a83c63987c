import ICAL from 'ical.js'

/** The events of a calendar file, as a reader that is not its writer's understands them. Throws for what is no calendar. */
export const readCalendar = (text: string): readonly ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component, { strictExceptions: true }))
