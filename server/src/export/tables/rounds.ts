import type { Report } from '@roundel/shared/report'
import { type Table, tableOf } from '../table.ts'

interface Row {
  readonly table: string
  readonly question: string | undefined
  readonly round: number | undefined
  readonly what: 'idea' | 'harvest'
  readonly text: string
}

/** What was written at which table of a café in which round. */
export const tableRounds = ({ tables }: Report): Table => {
  const rows = tables.flatMap(({ name, id, question, ideas, harvest }): Row[] => {
    const at = { table: name ?? id, question }
    return [
      ...ideas.map(({ text, round }) => ({ ...at, round, what: 'idea' as const, text })),
      ...harvest.map(({ text, round }) => ({ ...at, round, what: 'harvest' as const, text })),
    ]
  })
  return tableOf('Rounds', rows, [
    ['table', 'line', ({ table }) => table],
    ['question', 'text', ({ question }) => question],
    ['round', 'number', ({ round }) => round],
    ['what', 'word', ({ what }) => what],
    ['text', 'text', ({ text }) => text],
  ])
}
