import type { ReportVote } from '@roundel/shared/report'
import * as v from 'valibot'
import type { Words } from './words.ts'

const Own = v.object({
  wording: v.optional(v.record(v.string(), v.object({ label: v.optional(v.string()) }))),
  criteria: v.optional(v.array(v.object({ key: v.string(), label: v.optional(v.string()) }))),
})

/** What a criterion is called: in the words of whoever set up the vote, else in the reader's. */
export const criterionWords = ({ settings }: Pick<ReportVote, 'settings'>, key: string, { name }: Words): string => {
  const own = v.safeParse(Own, settings)
  const label = own.success
    ? (own.output.wording?.[key]?.label ?? own.output.criteria?.find((criterion) => criterion.key === key)?.label)
    : undefined
  return label ?? name('criterion', key)
}

export const titleOfVote = ({ title, place, scoring }: ReportVote, { say, name, number }: Words): string =>
  title ?? `${name('scoring', scoring)} (${say('step')} ${number(place)})`

/** The figures of a vote as rows of words: place, what was voted on, and what it came to. */
export const figuresOf = (
  vote: ReportVote,
  words: Words,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const { result, subjects } = vote
  const { say, number } = words
  const figure = (value: number | null | undefined): string => (typeof value === 'number' ? number(value) : '–')
  const textOf = (item: string): string => subjects[item]?.text || '–'
  if ('criteria' in result) {
    const spread = `${say('mean')} / ${say('median')} / ${say('sd')}`
    return {
      head: [
        say('place'),
        say('idea'),
        say('score'),
        ...result.criteria.map(({ key }) => `${criterionWords(vote, key, words)}: ${spread}`),
        say('agreement'),
      ],
      rows: result.items.map(({ item, rank, scores, cells, agreement }) => [
        figure(rank),
        textOf(item),
        figure(scores?.[result.aggregate]),
        ...cells.map(({ figures }) => [figures?.mean, figures?.median, figures?.sd].map(figure).join(' / ')),
        agreement ? say(`agreement.${agreement}`) : '–',
      ]),
    }
  }
  if ('budget' in result) {
    return {
      head: [say('place'), say('idea'), say('dots'), say('breadth')],
      rows: result.items.map(({ item, rank, dots, breadth }) => [
        figure(rank),
        textOf(item),
        figure(dots),
        figure(breadth),
      ]),
    }
  }
  return {
    head: [say('place'), say('idea'), say('borda'), say('copeland')],
    rows: result.items.map(({ item, rank, borda, copeland }) => [
      figure(rank),
      textOf(item),
      figure(borda?.points),
      figure(copeland?.display),
    ]),
  }
}
