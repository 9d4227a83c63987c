import type { Report } from '@roundel/shared/report'
import { type Table, tableOf } from '../table.ts'

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
  readonly from?: string | undefined
  readonly saidIn?: string | undefined
  readonly overdue?: true | undefined
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
    ...actions.map(({ text, owner, due, state, hypothesis, metric, baseline, outcome, from, later, overdue }): Row => ({
      what: 'action',
      text,
      owner,
      due,
      state: later?.state ?? state,
      hypothesis,
      metric,
      baseline,
      result: (later?.outcome ?? outcome)?.result,
      resultText: (later?.outcome ?? outcome)?.what,
      from,
      saidIn: later?.in,
      overdue,
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
    ['overdue', 'word', ({ overdue }) => (overdue ? 'yes' : undefined)],
    ['from_session', 'line', ({ from }) => from],
    ['said_in_session', 'line', ({ saidIn }) => saidIn],
  ])
}
