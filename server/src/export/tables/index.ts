import type { Report } from '@roundel/shared/report'
import type { SessionExport } from '../session-file.ts'
import type { Table } from '../table.ts'
import type { Words } from '../words.ts'
import { tableClusters, tableLinks } from './board.ts'
import { tableCauses } from './causes.ts'
import { tableDecisions } from './decisions.ts'
import { tableItems } from './items.ts'
import { tableJourney } from './journey.ts'
import { tableRounds } from './rounds.ts'
import { tableResults, tableScores } from './votes.ts'

/** What tables are made from: what the reader may see, and the report of it. */
export interface TableSource {
  readonly exported: SessionExport
  readonly report: Report
  readonly words: Words
}

/** Every table there is, by the name of its sheet, in their order. */
const TABLES = {
  items: ({ exported }) => tableItems(exported),
  links: ({ exported }) => tableLinks(exported),
  clusters: ({ exported }) => tableClusters(exported),
  causes: ({ exported }) => tableCauses(exported),
  rounds: ({ report }) => tableRounds(report),
  scores: ({ report, words }) => tableScores(report, words),
  results: ({ report, words }) => tableResults(report, words),
  journey: ({ exported, report }) => tableJourney(exported, report),
  decisions: ({ report }) => tableDecisions(report),
} as const satisfies Readonly<Record<string, (source: TableSource) => Table>>

export const SHEETS = Object.keys(TABLES) as readonly (keyof typeof TABLES)[]
export type Sheet = keyof typeof TABLES

export const makeTable = (sheet: Sheet, source: TableSource): Table => TABLES[sheet](source)
