import type { Report, ReportVote } from '@roundel/shared/report'
import type { JudgedCell, ScoringResult } from '@roundel/shared/scoring'
import { type Table, tableOf } from '../table.ts'
import { criterionWords, titleOfVote } from '../vote-figures.ts'
import type { Words } from '../words.ts'

interface Score {
  readonly vote: ReportVote
  readonly item: string
  readonly cell: JudgedCell
}

/** What each item came to on each question, for all ballots together. Single ballots are in no table. */
export const tableScores = ({ votes }: Report, words: Words): Table => {
  const rows = votes.flatMap((vote): Score[] => {
    const { result } = vote
    return 'criteria' in result
      ? result.items.flatMap(({ item, cells }) => cells.map((cell) => ({ vote, item, cell })))
      : []
  })
  return tableOf('Scores', rows, [
    ['vote', 'line', ({ vote }) => titleOfVote(vote, words)],
    ['scoring', 'word', ({ vote }) => vote.scoring],
    ['item', 'text', ({ vote, item }) => vote.subjects[item]?.text],
    ['criterion', 'line', ({ vote, cell }) => criterionWords(vote, cell.criterion, words)],
    ['values', 'number', ({ cell }) => cell.figures?.n ?? 0],
    ['abstained', 'number', ({ cell }) => cell.abstained],
    ['mean', 'number', ({ cell }) => cell.figures?.mean],
    ['median', 'number', ({ cell }) => cell.figures?.median],
    ['trimmed_mean', 'number', ({ cell }) => cell.figures?.trimmed],
    ['standard_deviation', 'number', ({ cell }) => cell.figures?.sd],
    ['interquartile_range', 'number', ({ cell }) => cell.figures?.iqr],
    ['polarisation', 'number', ({ cell }) => cell.figures?.polarisation],
    ['agreement', 'word', ({ cell }) => cell.figures?.agreement],
    ['counts', 'line', ({ cell }) => cell.counts?.join(' ')],
    ['item_id', 'id', ({ item }) => item],
  ])
}

interface Place {
  readonly vote: ReportVote
  readonly index: number
}

const read = <Value>(
  result: ScoringResult,
  index: number,
  pick: (item: Readonly<Record<string, unknown>>) => Value,
): Value | undefined => {
  const item = result.items[index]
  return item && pick(item as unknown as Readonly<Record<string, unknown>>)
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The order that each vote came to. */
export const tableResults = ({ votes }: Report, words: Words): Table => {
  const rows = votes.flatMap((vote): Place[] => vote.result.items.map((_, index) => ({ vote, index })))
  const itemOf = ({ vote, index }: Place): string => vote.result.items[index]?.item ?? ''
  return tableOf('Results', rows, [
    ['vote', 'line', ({ vote }) => titleOfVote(vote, words)],
    ['scoring', 'word', ({ vote }) => vote.scoring],
    ['place', 'number', ({ vote, index }) => vote.result.items[index]?.rank],
    ['item', 'text', (row) => row.vote.subjects[itemOf(row)]?.text],
    [
      'score',
      'number',
      ({ vote: { result }, index }) =>
        'criteria' in result ? result.items[index]?.scores?.[result.aggregate] : undefined,
    ],
    ['dots', 'number', ({ vote, index }) => read(vote.result, index, (item) => numberIn(item['dots']))],
    ['supporters', 'number', ({ vote, index }) => read(vote.result, index, (item) => numberIn(item['breadth']))],
    [
      'borda',
      'number',
      ({ vote: { result }, index }) => ('duels' in result ? result.items[index]?.borda?.points : undefined),
    ],
    [
      'copeland',
      'number',
      ({ vote: { result }, index }) => ('duels' in result ? result.items[index]?.copeland?.display : undefined),
    ],
    [
      'agreement',
      'word',
      ({ vote: { result }, index }) => ('criteria' in result ? result.items[index]?.agreement : undefined),
    ],
    ['taken', 'word', (row) => (row.vote.result.cut?.above.some((item) => item === itemOf(row)) ? 'yes' : undefined)],
    ['ballots', 'number', ({ vote }) => vote.result.turnout.cast],
    ['eligible', 'number', ({ vote }) => vote.result.turnout.eligible],
    ['quorum', 'word', ({ vote }) => (vote.result.turnout.isQuorate ? 'yes' : 'no')],
    ['item_id', 'id', itemOf],
  ])
}
