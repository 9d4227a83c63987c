import { ITEM_KINDS } from '@roundel/shared/board'
import { ACTION_STATES, OUTCOMES, METHOD_IDS } from '@roundel/shared/methods'
import { ChallengeBody, LANGUAGES, SessionMinutes, SettingsBody, StepBody } from '@roundel/shared/session'
import { CONTACT_KINDS, COUNTERS } from '@roundel/shared/workspace'
import * as v from 'valibot'

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/))
const link = v.pipe(v.string(), v.url())

export const WorkspaceCreated = v.pipe(
  v.strictObject({ id, link }),
  v.description('The workspace, and the link whose fragment is its key; shown once.'),
)

export const NewKey = v.pipe(v.strictObject({ link }), v.description('The new link, shown once.'))

const quarter = v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/))

const session = v.strictObject({
  id,
  title: v.string(),
  state: v.picklist(['lobby', 'live', 'ended']),
  at: v.number(),
  people: v.number(),
  ideas: v.number(),
  scored: v.number(),
  chosen: v.number(),
  decided: v.number(),
  heard: v.number(),
  trialDays: v.array(v.number()),
  steps: v.array(
    v.strictObject({
      kind: v.picklist(METHOD_IDS),
      state: v.picklist(['planned', 'live', 'done', 'skipped']),
      begun: v.optional(v.literal(true)),
    }),
  ),
})

const counter = v.strictObject({
  id: v.picklist(COUNTERS),
  count: v.number(),
  least: v.number(),
  most: v.optional(v.number()),
})

const outcomes = v.strictObject({
  due: v.number(),
  inTime: v.number(),
  tried: v.number(),
  measured: v.number(),
  better: v.number(),
  scored: v.number(),
  chosen: v.number(),
  decided: v.number(),
  heard: v.number(),
  trials: v.number(),
  trialDays: v.optional(v.number()),
})

const action = v.strictObject({
  session: id,
  title: v.string(),
  action: v.string(),
  text: v.string(),
  owner: v.string(),
  due: v.optional(v.string()),
  decidedAt: v.number(),
  state: v.picklist(['open', 'done', 'carried', 'dropped']),
  reviewed: v.optional(
    v.strictObject({ at: v.number(), isTried: v.boolean(), isBetter: v.boolean(), isMeasured: v.boolean() }),
  ),
})

export const WorkspacePage = v.pipe(
  v.strictObject({
    id,
    title: v.string(),
    language: v.picklist(LANGUAGES),
    retentionDays: v.number(),
    mostDays: v.number(),
    quarters: v.array(
      v.strictObject({
        quarter,
        counters: v.array(counter),
        outcomes,
        methods: v.array(v.string()),
        sessions: v.array(session),
      }),
    ),
    actions: v.array(action),
    contacts: v.array(
      v.strictObject({
        id,
        kind: v.picklist(CONTACT_KINDS),
        who: v.string(),
        at: v.number(),
        lines: v.array(v.string()),
      }),
    ),
    agendas: v.array(
      v.strictObject({
        id: v.string(),
        title: v.string(),
        agenda: v.array(StepBody),
        language: v.optional(v.picklist(LANGUAGES)),
        challenge: v.optional(ChallengeBody),
        settings: v.optional(SettingsBody),
        plannedMinutes: v.optional(SessionMinutes),
      }),
    ),
    now: v.number(),
  }),
  v.description('A workspace with its quarters counted, the latest first. No figure is about one person.'),
)

const stage = v.variant('type', [
  v.strictObject({
    type: v.literal('item'),
    session: id,
    title: v.string(),
    at: v.number(),
    item: id,
    kind: v.picklist(ITEM_KINDS),
    text: v.string(),
    step: v.optional(v.picklist(METHOD_IDS)),
    passage: v.array(
      v.variant('type', [
        v.strictObject({ type: v.literal('grouped'), title: v.string() }),
        v.strictObject({ type: v.picklist(['merged', 'inspired-by']), text: v.string() }),
        v.strictObject({ type: v.literal('voted'), place: v.number(), of: v.number() }),
        v.strictObject({ type: v.literal('chosen') }),
        v.strictObject({
          type: v.literal('action'),
          text: v.string(),
          state: v.picklist(ACTION_STATES),
          outcome: v.optional(v.picklist(OUTCOMES)),
          what: v.optional(v.string()),
        }),
      ]),
    ),
    refuted: v.optional(v.strictObject({ title: v.string(), quarter })),
  }),
  v.strictObject({ type: v.literal('contact'), kind: v.picklist(CONTACT_KINDS), at: v.number(), text: v.string() }),
  v.strictObject({ type: v.literal('gone') }),
])

export const Lineage = v.pipe(
  v.strictObject({ before: v.array(stage), together: v.array(stage), here: stage, after: v.array(stage) }),
  v.description(
    'The way of an item: where it came from, the oldest first, and what was merged into it; here, and later sessions.',
  ),
)

export const Carriables = v.pipe(
  v.strictObject({
    items: v.array(v.strictObject({ item: id, kind: v.picklist(ITEM_KINDS), text: v.string(), lang: v.string() })),
  }),
  v.description('What can be brought into another session.'),
)

export const Carried = v.pipe(
  v.strictObject({ items: v.array(id) }),
  v.description('The items that came onto the board.'),
)
