import * as v from 'valibot'
import { Done, Refused } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** What any command carries. Its own fields are checked by its own schema, behind this door. */
const CommandBody = v.looseObject({ type: v.string(), commandId: v.string() })

/** `POST /api/sessions/:session/commands` */
export const serveCommands = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Gives a command',
    description: 'A command that comes again with the same `commandId` gets the first answer and changes nothing.',
    params: SessionParams,
    body: CommandBody,
    response: { 200: Done, '4xx': Refused },
  }
  app.post('/sessions/:session/commands', { schema }, async (request, reply) => {
    const entry = await enter(doors, request, request.params.session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const done = await entry.value.room.give(entry.value.seat, request.body)
    doors.metrics.countCommand(done.ok ? 'done' : done.error.code)
    return done.ok ? { version: done.value.version, ...done.value.answer } : sendRefusal(reply, done.error)
  })
}
