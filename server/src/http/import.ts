import {
  LIMITS,
  type Refusal,
  type RefusalCode,
  type Result,
  anId,
  asId,
  fail,
  ok,
  refusal,
} from '@roundel/shared/kernel'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { IMPORTED_KINDS, type Mapping, guessMapping } from '../import/mapping.ts'
import { type TakenRows, readRows } from '../import/read-rows.ts'
import type { Rows, Unreadable } from '../import/table.ts'
import { Imported, Refused, Table } from './answers.ts'
import { type Doors, type Entry, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import { type App, useValibot } from './valibot.ts'

const OCTETS = 'application/octet-stream'

const column = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/),
    v.transform(Number),
    v.maxValue(LIMITS.importColumns - 1),
    v.description('A column, from 0.'),
  ),
)

/** What is asked for, and how the columns are to be read. Without `text` the columns are guessed. */
const Query = v.strictObject({
  do: v.picklist(['preview', 'import']),
  header: v.optional(v.picklist(['yes', 'no'])),
  text: column,
  group: column,
  kind: column,
  lang: column,
  /** What rows are that do not say so, and in which language. */
  as: v.optional(v.picklist(IMPORTED_KINDS), 'idea'),
  language: v.optional(v.picklist(LANGUAGES)),
  /** The step that takes the rows, the live one or one to come; without it the first of these that people work in. */
  into: v.optional(anId<'step'>()),
  /** What is taken is taken once for all requests that carry the same id. */
  commandId: v.optional(anId<'command'>()),
})
type Query = v.InferOutput<typeof Query>

const CODE_OF: Readonly<Record<Unreadable, RefusalCode>> = {
  encoding: 'bad-input',
  broken: 'bad-input',
  empty: 'bad-input',
  packed: 'too-large',
  columns: 'too-large',
  rows: 'too-large',
  slow: 'too-large',
}

const MOST: Readonly<Partial<Record<Unreadable, number>>> = { columns: LIMITS.importColumns, rows: LIMITS.importRows }

const refuseTable = (reason: Unreadable): Refusal => {
  const most = MOST[reason]
  return refusal(CODE_OF[reason], { reason, ...(most !== undefined && { most }) })
}

const mappingOf = ({ text, header, group, kind, lang }: Query, rows: Rows): Mapping =>
  text === undefined
    ? guessMapping(rows)
    : {
        header: header === 'yes',
        text,
        ...(group !== undefined && { group }),
        ...(kind !== undefined && { kind }),
        ...(lang !== undefined && { lang }),
      }

const report = ({ taken, refused }: TakenRows) => ({
  taken: taken.length,
  refused: { count: refused.length, rows: refused.slice(0, LIMITS.importRefusalsTold) },
})

interface Admitted extends Entry {
  readonly language: Language
}

/** Who leads a session, as a request for it comes in. */
const admit = async (doors: Doors, request: FastifyRequest): Promise<Result<Admitted, Refusal>> => {
  const params = v.safeParse(SessionParams, request.params)
  if (!params.success) return fail(refusal('unknown'))
  const entry = await enter(doors, request, params.output.session)
  const allowed = entry.ok ? entry.value.room.admitsImport(entry.value.seat) : entry
  return entry.ok && allowed.ok
    ? ok({ ...entry.value, ...allowed.value })
    : fail(allowed.ok ? refusal('not-seated') : allowed.error)
}

/** `POST /api/sessions/:session/import`: a table becomes items. */
export const serveImport = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Brings a table onto the board: CSV, XLSX or pasted cells, as bytes',
    description:
      'For those who lead. `do=preview` changes nothing and says what would be taken; the same file with `do=import` is taken, whole or not at all, and once for all requests with the same `commandId`. Without `text` the columns are guessed.',
    params: SessionParams,
    querystring: Query,
    body: v.pipe(v.instance(Uint8Array), v.description('The file.')),
    response: {
      200: v.pipe(v.union([Table, Imported]), v.description('What would be taken, or what was.')),
      '4xx': Refused,
    },
  }
  void app.register(async (plain) => {
    plain.removeAllContentTypeParsers()
    plain.addContentTypeParser(OCTETS, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    const admitted = new WeakMap<FastifyRequest, Admitted>()
    // Before the file is read: whoever does not lead sends it for nothing.
    plain.addHook('onRequest', async (request, reply) => {
      const entry = await admit(doors, request)
      if (!entry.ok) return sendRefusal(reply, entry.error)
      admitted.set(request, entry.value)
      return undefined
    })
    const api = useValibot(plain)
    api.post(
      '/sessions/:session/import',
      { schema, bodyLimit: LIMITS.importBodyBytes },
      async (request, reply): Promise<FastifyReply | object> => {
        const who = admitted.get(request)
        if (!who) return sendRefusal(reply, refusal('not-seated'))
        const { room, seat } = who
        if (request.body.byteLength === 0) return sendRefusal(reply, refuseTable('empty'))
        const read = await doors.readFile('table', request.body)
        if (!read.ok) return sendRefusal(reply, refuseTable(read.reason))
        const { rows, format } = read
        const { query } = request
        const mapping = mappingOf(query, rows)
        const table = readRows(rows, mapping, { kind: query.as, lang: query.language ?? who.language })
        if (query.do === 'preview') {
          const first = rows.slice(mapping.header ? 1 : 0, LIMITS.importPreviewRows + (mapping.header ? 1 : 0))
          const columns = Math.max(...rows.map((row) => row.length))
          return {
            format,
            rows: rows.length - (mapping.header ? 1 : 0),
            columns,
            ...(mapping.header && { headings: rows[0] }),
            mapping,
            first,
            ...report(table),
          }
        }
        const id = query.commandId ?? asId(doors.chance.newId())
        const brought = await room.bringTable(seat, table.taken, id, query.into)
        return brought.ok ? { items: table.taken.length, ...report(table) } : sendRefusal(reply, brought.error)
      },
    )
  })
}
