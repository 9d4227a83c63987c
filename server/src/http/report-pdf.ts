import { type Refusal, type Result, refusal } from '@roundel/shared/kernel'
import { LANGUAGES } from '@roundel/shared/session'
import type { FastifyReply } from 'fastify'
import * as v from 'valibot'
import { makeFileAside } from '../export/aside.ts'
import type { FileSource } from '../export/file-source.ts'
import { readPageFonts } from '../paper/page-fonts.ts'
import { Refused, SharedFile } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { NamesWish, nameFile } from './export.ts'
import { sendRefusal } from './refuse.ts'
import { openShared, reportSecret } from './report.ts'
import type { App } from './valibot.ts'

/** The paper that most of the world prints on. */
const PAPER = '@page { size: A4; }\n'

/** In which language it speaks: the session's, unless said. */
const language = v.optional(v.picklist(LANGUAGES))

/** The report on paper, by a browser that is installed here: doors that are closed where none is. */
export const serveReportPdf = (app: App, doors: Doors): void => {
  let fonts: Promise<string> | undefined

  const print = async (
    reply: FastifyReply,
    found: Result<FileSource, Refusal>,
    wished: v.InferOutput<typeof language>,
  ): Promise<FastifyReply> => {
    if (!found.ok) return sendRefusal(reply, found.error)
    const { printer } = doors
    if (!printer) return sendRefusal(reply, refusal('unknown', { reason: 'no-browser' }))
    const source = found.value
    const printed = await printer(async () => {
      fonts ??= readPageFonts(doors.clientFolder)
      const speaks = wished ?? source.session.language
      const order = { format: 'html', language: speaks, sheet: 'items', style: PAPER + (await fonts) } as const
      return (await makeFileAside(source, order)) as string
    })
    if (!printed.ok) return sendRefusal(reply, printed.error)
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${nameFile(source, 'pdf')}"`)
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(printed.value.buffer, printed.value.byteOffset, printed.value.byteLength))
  }

  const params = SessionParams
  const response = { 200: SharedFile, '4xx': Refused }
  app.get(
    '/sessions/:session/report.pdf',
    {
      schema: {
        summary: 'The report on paper, for those who may take files along, where the server has a browser for it',
        params,
        querystring: v.strictObject({ language, ...NamesWish }),
        response,
      },
    },
    async (request, reply) => {
      const { names, language: wished } = request.query
      const entry = await enter(doors, request, request.params.session)
      const found = entry.ok ? await entry.value.room.export(entry.value.seat, names) : entry
      return print(reply, found, wished)
    },
  )

  app.post(
    '/sessions/:session/report/shared/pdf',
    {
      schema: {
        summary: 'The report on paper, for whoever has the secret of its link',
        params,
        body: v.strictObject({ secret: reportSecret, language }),
        response,
      },
    },
    async (request, reply) => {
      const { secret, language: wished } = request.body
      return print(reply, await openShared(doors, request.params.session, secret), wished)
    },
  )
}
