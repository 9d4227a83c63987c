import { LIMITS, type Refusal, anId, asId, refusal } from '@roundel/shared/kernel'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { SessionExport } from '../export/session-file.ts'
import { readSaved } from '../import/read-saved.ts'
import type { ReadSaved } from '../import/saved.ts'
import { Refused, RestoredAnswer } from './answers.ts'
import { type Doors, type Entry, SessionParams, enter } from './doors.ts'
import { type ErrorCode, sendRefusal } from './refuse.ts'
import { type App, checkAllButBody, useValibot } from './valibot.ts'

/** What to answer to a file that cannot be read. */
const refuseFile = (
  read: Exclude<ReadSaved, { readonly ok: true }>,
): Omit<Refusal, 'code'> & { readonly code: ErrorCode } => {
  switch (read.reason) {
    case 'json':
      return { code: 'bad-json' }
    case 'format':
      return refusal('bad-input', { reason: 'format', path: read.path, problem: read.problem })
    case 'version':
      return refusal('bad-input', { reason: 'version', knows: read.knows })
    case 'many':
      return refusal('too-many', { path: read.path, most: read.most })
    case 'slow':
      return refusal('too-large', { reason: 'slow' })
  }
}

/** What is read in is read in once for all requests that carry the same id. */
const Query = v.strictObject({ commandId: v.optional(anId<'command'>()) })

/** `POST /api/sessions/:session/import/session`: what an export wrote as JSON is read in again. */
export const serveRestore = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Brings what another session wrote into this one, from its JSON file',
    description:
      'For those who lead, before the end. Items, groups and links under new ids, nobody’s; their steps stand first and are done. All of it comes in or nothing, and once for all requests with the same `commandId`. Answers what was not taken, and why.',
    params: SessionParams,
    querystring: Query,
    body: SessionExport,
    response: { 200: RestoredAnswer, '4xx': Refused },
  }
  void app.register(async (plain) => {
    const admitted = new WeakMap<FastifyRequest, Entry>()
    plain.removeAllContentTypeParsers()
    plain.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
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
    const api = useValibot(plain)
    // The bytes stay as they came: what is large is parsed and held against the schema elsewhere.
    plain.setValidatorCompiler(checkAllButBody)
    api.post(
      '/sessions/:session/import/session',
      {
        schema,
        bodyLimit: LIMITS.importBodyBytes,
      },
      async (request, reply) => {
        const who = admitted.get(request)
        const bytes: unknown = request.body
        if (!who || !(bytes instanceof Uint8Array)) return sendRefusal(reply, refusal('bad-input'))
        // What fits an ordinary request is read as quickly as one; beginning another process would take longer.
        const read = bytes.byteLength > LIMITS.bodyBytes ? await doors.readFile('session', bytes) : readSaved(bytes)
        if (!read.ok) return sendRefusal(reply, refuseFile(read))
        const restored = await who.room.restoring.restore(
          who.seat,
          read.file,
          request.query.commandId ?? asId(doors.chance.newId()),
        )
        if (!restored.ok) return sendRefusal(reply, restored.error)
        const { taken, refused } = restored.value
        return { taken, refused: { count: refused.length, rows: refused.slice(0, LIMITS.importRows) } }
      },
    )
  })
}
