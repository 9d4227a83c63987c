import * as v from 'valibot'
import { writeCsv } from '../export/csv.ts'
import { writeMarkdown } from '../export/markdown.ts'
import type { SessionExport } from '../export/session-export.ts'
import { Exported, Refused } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

interface Format {
  readonly type: string
  readonly write: (exported: SessionExport) => string
}

const FORMATS = {
  json: { type: 'application/json; charset=utf-8', write: (exported) => `${JSON.stringify(exported, undefined, 2)}\n` },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
} as const satisfies Record<string, Format>

const Query = v.strictObject({ format: v.optional(v.picklist(['json', 'csv', 'md']), 'json') })

/** A name for the file that every system takes: the day and the id, nothing that people wrote. */
const nameFile = ({ session, exportedAt }: SessionExport, format: string): string =>
  `roundel-${exportedAt.slice(0, 10)}-${session.id}.${format}`

/** `GET /api/sessions/:session/export` */
export const serveExport = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'The session as a file',
    params: SessionParams,
    querystring: Query,
    response: { 200: Exported, '4xx': Refused },
  }
  app.get('/sessions/:session/export', { schema }, async (request, reply) => {
    const entry = await enter(doors, request, request.params.session)
    const exported = entry.ok ? await entry.value.room.export(entry.value.seat) : entry
    if (!exported.ok) return sendRefusal(reply, exported.error)
    const { format } = request.query
    return reply
      .type(FORMATS[format].type)
      .header('content-disposition', `attachment; filename="${nameFile(exported.value, format)}"`)
      .send(FORMATS[format].write(exported.value))
  })
}
