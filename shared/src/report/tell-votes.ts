import { asId } from '../kernel/index.ts'
import type { Judged, JudgedItem, ScoringResult } from '../scoring/index.ts'
import { findBallotBox } from '../session/index.ts'
import type { ReportSource } from './report-source.ts'
import type { ReportDispute, ReportText, ReportVote } from './report.ts'

/** Every vote that was shown, in the order of the agenda. One that is open, or only counted, is no part of a report. */
export const tellVotes = (
  { session }: Pick<ReportSource, 'session'>,
  texts: ReadonlyMap<string, ReportText>,
): readonly ReportVote[] =>
  session.agenda.flatMap((step, index) => {
    const box = findBallotBox(session, step.id)
    if (box?.poll?.state !== 'shown' || !box.result) return []
    const { scoring, settings, subject } = box.poll
    const subjects = Object.fromEntries(
      box.result.order.flatMap(({ item }) => {
        const text = texts.get(item)
        return text ? [[item, text] as const] : []
      }),
    )
    return [
      {
        step: step.id,
        place: index + 1,
        ...(step.title !== undefined && { title: step.title }),
        scoring,
        settings,
        subject,
        result: box.result,
        subjects,
      },
    ]
  })

const isJudged = (result: ScoringResult): result is ScoringResult & Judged => 'criteria' in result

const isDisputed = (
  item: JudgedItem,
): item is JudgedItem & { readonly agreement: Extract<JudgedItem['agreement'], 'disputed' | 'polarised'> } =>
  item.agreement === 'disputed' || item.agreement === 'polarised'

/** What people judged very differently, vote by vote, the most divided first. What the board does not hold any more is left out. */
export const tellDisputes = (votes: readonly ReportVote[]): readonly ReportDispute[] =>
  votes.flatMap(({ result, subjects }, vote) =>
    isJudged(result)
      ? result.items
          .filter(isDisputed)
          .toSorted((one, other) => Number(other.agreement === 'polarised') - Number(one.agreement === 'polarised'))
          .flatMap(({ item, agreement, cells }): ReportDispute[] => {
            const text = subjects[item]
            const about = cells
              .filter(({ figures }) => figures?.agreement === 'disputed' || figures?.agreement === 'polarised')
              .map(({ criterion, counts }) => ({ criterion, counts }))
            return text ? [{ ...text, vote, item: asId(item), agreement, about }] : []
          })
      : [],
  )
