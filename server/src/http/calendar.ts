import * as v from 'valibot'
import { writeCalendar } from '../export/calendar.ts'
import { CalendarFile, Refused } from './answers.ts'
import { type Doors, SessionParams, enter, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** `GET /api/sessions/:session/calendar.ics` */
export const serveCalendar = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'A planned session for a calendar',
    description: 'For whoever holds a seat. The address in it is that of the code for those who may hand the code on.',
    params: SessionParams,
    querystring: v.strictObject({}),
    response: { 200: CalendarFile, '4xx': Refused },
  }
  app.get('/sessions/:session/calendar.ics', { schema }, async (request, reply) => {
    const entry = await enter(doors, request, request.params.session)
    const planned = entry.ok ? entry.value.room.calendar(entry.value.seat) : entry
    if (!planned.ok) return sendRefusal(reply, planned.error)
    const { path, ...appointment } = planned.value
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="roundel-${appointment.id}.ics"`)
      .send(writeCalendar({ ...appointment, address: `${sharedOrigin(doors, request)}${path}` }))
  })
}
