import { COLOURS, ITEM_KINDS } from '@roundel/shared/board'
import { INVITES, LANGUAGES, ROLES, SIDES } from '@roundel/shared/session'
import * as v from 'valibot'
import { SessionExport } from '../export/session-file.ts'
import { ROW_REFUSALS } from '../import/read-rows.ts'

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/))
const token = v.optional(v.pipe(v.string(), v.description('For programs that asked for one; shown once.')))

/** What each call answers, for the description of the interface; tests hold the answers to it. */
export const Refused = v.pipe(
  v.strictObject({
    error: v.strictObject({
      code: v.string(),
      message: v.string(),
      details: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
    }),
  }),
  v.description('Why not: the code is for programs, the message for whoever writes them.'),
)

export const View = v.pipe(
  v.looseObject({
    v: v.number(),
    session: v.looseObject({ id, title: v.string(), state: v.picklist(['lobby', 'live', 'ended']) }),
    me: v.looseObject({ seat: id, role: v.picklist(ROLES), can: v.record(v.string(), v.literal(true)) }),
    people: v.array(v.looseObject({ id, name: v.string(), colour: v.picklist(COLOURS), here: v.boolean() })),
    step: v.optional(
      v.looseObject({ id, kind: v.string(), phase: v.string(), epoch: v.number(), prompts: v.optional(v.array(id)) }),
    ),
    work: v.optional(
      v.pipe(
        v.record(id, v.strictObject({ data: v.unknown(), kept: v.optional(v.array(id)) })),
        v.description('What methods keep of their steps besides items, by step.'),
      ),
    ),
    now: v.number(),
  }),
  v.description('The session as this seat may see it.'),
)

export const Created = v.pipe(
  v.strictObject({
    session: id,
    seat: v.strictObject({ id, role: v.picklist(ROLES), token }),
    links: v.strictObject(v.entriesFromList(INVITES, v.pipe(v.string(), v.url()))),
    code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)),
    items: v.optional(v.pipe(v.array(id), v.description('What was brought along, where something was to be.'))),
  }),
  v.description('The session, its facilitator, and every way into it.'),
)

const consent = v.optional(
  v.pipe(
    v.strictObject(v.entriesFromList([...LANGUAGES, 'other'], v.optional(v.string()))),
    v.description('What people agree to by joining, by language; `other` for every language that is not there.'),
  ),
)

export const Doorplate = v.pipe(
  v.strictObject({
    id,
    title: v.string(),
    facilitator: v.string(),
    people: v.number(),
    door: v.picklist(['open', 'ask']),
    consent,
    colour: v.pipe(v.picklist(COLOURS), v.description('The one that the fewest people have.')),
    endedAt: v.optional(v.pipe(v.number(), v.description('When it ended, if it has.'))),
  }),
  v.description('What the join page shows.'),
)

const seat = v.strictObject({ id, role: v.picklist(ROLES), side: v.picklist(SIDES), state: v.string(), token })

export const Seated = v.pipe(v.strictObject({ seat, view: View }), v.description('The seat, and its first view.'))
export const Waiting = v.pipe(v.strictObject({ seat, view: View }), v.description('The person waits at the door.'))

export const Transfer = v.pipe(
  v.strictObject({ link: v.pipe(v.string(), v.url()), expiresAt: v.number() }),
  v.description('The personal link, and until when it opens the seat.'),
)

const record = v.looseObject({ id })

export const Board = v.pipe(
  v.strictObject({ items: v.array(record), clusters: v.array(record), links: v.array(record) }),
  v.description('What stands on the board, as this seat may see it.'),
)

export const Done = v.pipe(
  v.strictObject({
    version: v.number(),
    item: v.optional(id),
    step: v.optional(id),
    shortened: v.optional(v.array(v.strictObject({ step: id, from: v.number(), to: v.number() }))),
  }),
  v.description('The version of the session after the command, and what it made.'),
)

export const SwitchPreviewed = v.pipe(
  v.strictObject({
    left: v.picklist(['done', 'skipped']),
    phase: v.string(),
    minutes: v.number(),
    stays: v.strictObject({ items: v.number(), clusters: v.number(), links: v.number() }),
    input: v.strictObject({ items: v.number(), steps: v.array(id) }),
    prompts: v.exactOptional(
      v.strictObject({ kinds: v.array(v.picklist(ITEM_KINDS)), most: v.number(), brought: v.array(id) }),
    ),
    asks: v.strictObject({ items: v.number(), people: v.number() }),
  }),
  v.description('What stays on the board, what the new step works on, and what its authors will be asked about.'),
)

const rowReport = {
  taken: v.pipe(v.number(), v.description('Rows that are taken.')),
  refused: v.pipe(
    v.strictObject({
      count: v.number(),
      rows: v.array(v.strictObject({ row: v.number(), reason: v.picklist(ROW_REFUSALS) })),
    }),
    v.description('Rows that are not, the first of them with the reason, by their number from 1.'),
  ),
}

export const Table = v.pipe(
  v.strictObject({
    format: v.picklist(['xlsx', 'text']),
    rows: v.number(),
    columns: v.number(),
    headings: v.optional(v.array(v.string())),
    mapping: v.strictObject({
      header: v.boolean(),
      text: v.number(),
      group: v.optional(v.number()),
      kind: v.optional(v.number()),
      lang: v.optional(v.number()),
    }),
    first: v.array(v.array(v.string())),
    ...rowReport,
  }),
  v.description('What a table comes to, before anything of it is taken.'),
)

export const Imported = v.pipe(
  v.strictObject({ items: v.number(), ...rowReport }),
  v.description('What came onto the board.'),
)

export const CalendarFile = v.pipe(v.string(), v.description('An event as in RFC 5545.'))

export const Exchange = v.pipe(
  v.instance(Uint8Array),
  v.description('A Yjs state vector and a Yjs update, or none, each behind its length as lib0 writes it.'),
)

export const Exchanged = v.pipe(
  v.instance(Uint8Array),
  v.description('A Yjs update with everything that the state vector lacks.'),
)

export const Unchanged = v.pipe(v.undefined_(), v.description('It is as `If-None-Match` says.'))

export const Gone = v.pipe(v.undefined_(), v.description('It is deleted.'))

export const Exported = v.pipe(
  SessionExport,
  v.description('The session as a file; CSV, XLSX, Markdown and HTML by `format`.'),
)

export const ExportSchema = v.pipe(v.looseObject({}), v.description('A JSON schema, draft 7.'))

const list = v.array(v.looseObject({}))

export const ReportAnswer = v.pipe(
  v.strictObject({
    format: v.literal('roundel-report'),
    version: v.literal(1),
    madeAt: v.number(),
    session: v.looseObject({ title: v.string(), language: v.picklist(LANGUAGES), people: v.number() }),
    names: v.picklist(['hidden', 'shown']),
    hasNames: v.boolean(),
    decisions: list,
    actions: list,
    votes: list,
    disputes: list,
    groups: list,
    loose: list,
    worse: list,
    whys: list,
    tables: list,
    course: list,
  }),
  v.description(
    'What the session came to: decisions, actions, votes, what people disagreed on, ideas, and how it went.',
  ),
)

export const ReportLinkAnswer = v.pipe(
  v.strictObject({
    link: v.pipe(v.string(), v.url()),
    opensAt: v.number(),
    names: v.picklist(['hidden', 'shown']),
  }),
  v.description('The link, which is told this once, and when it opens.'),
)

export const RestoredAnswer = v.pipe(
  v.strictObject({
    taken: v.strictObject({ steps: v.number(), items: v.number(), clusters: v.number(), links: v.number() }),
    refused: v.strictObject({
      count: v.number(),
      rows: v.array(v.strictObject({ what: v.string(), at: v.number(), reason: v.string() })),
    }),
  }),
  v.description('What was taken of the file, and what was not: its place among its kind, and why.'),
)

export const SharedFile = v.pipe(v.unknown(), v.description('The file; as JSON it is the report.'))

export const Status = v.pipe(v.strictObject({ status: v.string() }), v.description('All is well.'))

export const PageSettings = v.pipe(
  v.strictObject({
    origin: v.string(),
    create: v.picklist(['anyone', 'key']),
    imprint: v.optional(v.string()),
    consent,
    /** Reports are printed here. */
    pdf: v.optional(v.literal(true)),
  }),
  v.description('What the pages need to know of this server.'),
)
