import type { Report } from '@roundel/shared/report'
import type { SessionExport } from '../session-export.ts'
import { type Table, tableOf } from '../table.ts'

/** The way the session took through its steps: what was planned, how long it took, what was left out. */
export const tableJourney = ({ agenda }: SessionExport): Table =>
  tableOf(
    'Journey',
    agenda.map((step, index) => ({ ...step, place: index + 1 })),
    [
      ['place', 'number', ({ place }) => place],
      ['kind', 'word', ({ kind }) => kind],
      ['title', 'line', ({ title }) => title],
      ['question', 'text', ({ question }) => question],
      ['names', 'word', ({ names }) => names],
      ['state', 'word', ({ state }) => state],
      ['planned_minutes', 'number', ({ planned, minutes }) => planned ?? minutes],
      ['real_minutes', 'number', ({ spent }) => spent],
      ['begun_at', 'moment', ({ begunAt }) => (begunAt === undefined ? undefined : new Date(begunAt))],
      ['id', 'id', ({ id }) => id],
    ],
  )

interface Row {
  readonly what: 'decision' | 'idea' | 'why' | 'concern' | 'action'
  readonly text: string
  readonly owner?: string | undefined
  readonly due?: string | undefined
  readonly state?: string
  readonly hypothesis?: string | undefined
  readonly metric?: string | undefined
  readonly baseline?: string | undefined
  readonly result?: string | undefined
  readonly resultText?: string | undefined
}

/** What was decided, from which ideas and why, what speaks against it, and who does what until when. */
export const tableDecisions = ({ decisions, actions }: Report): Table => {
  const rows = [
    ...decisions.flatMap(({ text, chosen, why, concerns, decider }): Row[] => [
      ...(text === '' ? [] : [{ what: 'decision' as const, text, owner: decider }]),
      ...chosen.map((idea) => ({ what: 'idea' as const, text: idea.text })),
      ...(why ? [{ what: 'why' as const, text: why }] : []),
      ...concerns.map((concern) => ({ what: 'concern' as const, text: concern })),
    ]),
    ...actions.map(({ text, owner, due, state, hypothesis, metric, baseline, outcome }): Row => ({
      what: 'action',
      text,
      owner,
      due,
      state,
      hypothesis,
      metric,
      baseline,
      result: outcome?.result,
      resultText: outcome?.what,
    })),
  ]
  return tableOf('Decisions', rows, [
    ['what', 'word', ({ what }) => what],
    ['text', 'text', ({ text }) => text],
    ['owner', 'line', ({ owner }) => owner],
    ['due', 'moment', ({ due }) => (due === undefined ? undefined : new Date(`${due}T00:00:00Z`))],
    ['state', 'word', ({ state }) => state],
    ['hypothesis', 'text', ({ hypothesis }) => hypothesis],
    ['metric', 'line', ({ metric }) => metric],
    ['baseline', 'line', ({ baseline }) => baseline],
    ['result', 'word', ({ result }) => result],
    ['result_text', 'text', ({ resultText }) => resultText],
  ])
}
