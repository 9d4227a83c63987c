import { LANGUAGES } from '@roundel/shared/session'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { FastifyReply } from 'fastify'
import * as v from 'valibot'
import { makeFileAside } from '../export/aside.ts'
import type { FileSource } from '../export/file-source.ts'
import { FORMATS, type Format } from '../export/make-file.ts'
import { SessionExport } from '../export/session-file.ts'
import { SHEETS, type Sheet } from '../export/tables/index.ts'
import { Exported, ExportSchema, Refused } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** What file is wanted: its format, the language it speaks, and of CSV which table. */
export const FileWish = {
  format: v.optional(v.picklist(Object.keys(FORMATS) as Format[]), 'json'),
  /** The session's, unless said. */
  language: v.optional(v.picklist(LANGUAGES)),
  sheet: v.optional(v.picklist(SHEETS as Sheet[]), 'items'),
} as const
type FileWish = v.InferOutput<v.StrictObjectSchema<typeof FileWish, undefined>>

/** Whether names are told: `shown` means where the session showed them, never more. */
export const NamesWish = { names: v.optional(v.picklist(['hidden', 'shown']), 'shown') } as const

/** A name for the file that every system takes: the day and the id, nothing that people wrote. */
export const nameFile = ({ session, now }: FileSource, ending: string, which = ''): string =>
  `roundel-${new Date(now).toISOString().slice(0, 10)}-${session.id}${which}.${ending}`

/** Sends a file as one that is saved, and shown by no browser. */
export const sendFile = async (reply: FastifyReply, source: FileSource, wish: FileWish): Promise<FastifyReply> => {
  const language = wish.language ?? source.session.language
  const file = await makeFileAside(source, { ...wish, language })
  const which = wish.format === 'csv' && wish.sheet !== 'items' ? `-${wish.sheet}` : ''
  return reply
    .type(FORMATS[wish.format])
    .header('content-disposition', `attachment; filename="${nameFile(source, wish.format, which)}"`)
    .header('x-content-type-options', 'nosniff')
    .send(typeof file === 'string' ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength))
}

/** `GET /api/sessions/:session/export` and `GET /api/export.schema.json` */
export const serveExport = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'The session as a file',
    description:
      'JSON is complete and can be read in again; `sheet` says which table, for CSV, which holds one; `names=hidden` names nobody.',
    params: SessionParams,
    querystring: v.strictObject({ ...FileWish, ...NamesWish }),
    response: { 200: Exported, '4xx': Refused },
  }
  app.get('/sessions/:session/export', { schema }, async (request, reply) => {
    const entry = await enter(doors, request, request.params.session)
    const { names, ...wish } = request.query
    const source = entry.ok ? await entry.value.room.export(entry.value.seat, names) : entry
    return source.ok ? sendFile(reply, source.value, wish) : sendRefusal(reply, source.error)
  })

  const published = toJsonSchema(SessionExport, { errorMode: 'ignore' })
  app.get(
    '/export.schema.json',
    { schema: { summary: 'What the JSON file of a session looks like', response: { 200: ExportSchema } } },
    () => published,
  )
}
