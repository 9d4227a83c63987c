import { LIMITS, refusal } from '@roundel/shared/kernel'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { SessionExport } from '../export/session-export.ts'
import { Refused, RestoredAnswer } from './answers.ts'
import { type Doors, type Entry, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import { type App, useValibot } from './valibot.ts'

/** `POST /api/sessions/:session/import/session`: what an export wrote as JSON is read in again. */
export const serveRestore = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Brings what another session wrote into this one, from its JSON file',
    description:
      'For those who lead, before the end. Items, groups and links under new ids, nobody’s; their steps stand first and are done. Answers what was not taken, and why.',
    params: SessionParams,
    body: SessionExport,
    response: { 200: RestoredAnswer, '4xx': Refused },
  }
  void app.register(async (plain) => {
    const admitted = new WeakMap<FastifyRequest, Entry>()
    // Before the file is read: whoever does not lead sends it for nothing.
    plain.addHook('onRequest', async (request, reply) => {
      const params = v.safeParse(SessionParams, request.params)
      const entry = params.success ? await enter(doors, request, params.output.session) : undefined
      if (!entry) return sendRefusal(reply, refusal('unknown'))
      const allowed = entry.ok ? entry.value.room.restoring.admits(entry.value.seat) : entry
      if (!allowed.ok) return sendRefusal(reply, allowed.error)
      if (entry.ok) admitted.set(request, entry.value)
      return undefined
    })
    useValibot(plain).post(
      '/sessions/:session/import/session',
      { schema, bodyLimit: LIMITS.importBodyBytes },
      async (request, reply) => {
        const who = admitted.get(request)
        if (!who) return sendRefusal(reply, refusal('not-seated'))
        const restored = await who.room.restoring.restore(who.seat, request.body)
        if (!restored.ok) return sendRefusal(reply, restored.error)
        const { taken, refused } = restored.value
        return { taken, refused: { count: refused.length, rows: refused.slice(0, LIMITS.importRows) } }
      },
    )
  })
}
