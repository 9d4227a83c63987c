import type {
  Report,
  ReportAction,
  ReportChosen,
  ReportDecision,
  ReportDispute,
  ReportStep,
  ReportTable,
  ReportVote,
} from '@roundel/shared/report'
import { outlineIdeas } from './ideas-outline.ts'
import { type Block, type Root, heading, line, list, paragraph, phrase, strong, table } from './outline.ts'
import type { SessionExport } from './session-file.ts'
import { ideasIn, linesOfWay, standOf, refutedIn } from './ways.ts'
import { criterionWords, figuresOf, titleOfVote } from './vote-figures.ts'
import type { Words } from './words.ts'

const labelled = (label: string, text: string) => paragraph(strong(`${label}:`), ...phrase(` ${text}`))

const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [heading(2, title), ...blocks] : []

const metaOf = ({ session }: Report, { say, number, day }: Words): string =>
  [
    session.startedAt === undefined ? undefined : day(session.startedAt),
    `${say('people')}: ${number(session.people)}`,
    session.minutes === undefined ? undefined : `${say('minutes')}: ${number(Math.round(session.minutes))}`,
    session.ledBy === undefined ? undefined : `${say('led-by')}: ${session.ledBy}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')

/** What was chosen, with its whole way beneath it. */
const outlineChosen = (idea: ReportChosen, words: Words) =>
  line(phrase(idea.text), ...list(linesOfWay(idea, words).map((text) => line(phrase(text)))))

/** What is to be known of the words of a decision, in brackets behind them. */
const remarksOn = ({ open, corrected }: ReportDecision, { say }: Words) => {
  const remarks = [open && say('not-final'), corrected && say('corrected')].filter((remark) => remark)
  return remarks.length > 0 ? [{ type: 'text', value: ` (${remarks.join(', ')})` } as const] : []
}

const outlineDecision = (decision: ReportDecision, words: Words): Block[] => {
  const { say, name, number } = words
  const temperature = Object.entries(decision.temperature ?? {}).map(
    ([answer, count]) => `${name('answer', answer)} ${number(count)}`,
  )
  return [
    ...(decision.text === '' ? [] : [paragraph(...phrase(decision.text), ...remarksOn(decision, words))]),
    ...(decision.chosen.length > 0
      ? [paragraph(strong(`${say('chosen')}:`)), ...list(decision.chosen.map((idea) => outlineChosen(idea, words)))]
      : []),
    ...(decision.why ? [labelled(say('because'), decision.why)] : []),
    ...(decision.decider ? [labelled(say('decider'), decision.decider)] : []),
    ...(decision.concerns.length > 0
      ? [paragraph(strong(`${say('concerns')}:`)), ...list(decision.concerns.map((text) => line(phrase(text))))]
      : []),
    ...(temperature.length > 0 ? [labelled(say('temperature'), temperature.join(' · '))] : []),
  ]
}

const outlineAction = (action: ReportAction, words: Words) => {
  const { say, name, day } = words
  // In a line of its own: it speaks another language than the action, perhaps in the other direction.
  const about = [
    action.owner && `${say('owner')}: ${action.owner}`,
    action.due ? `${say('due')}: ${day(Date.parse(`${action.due}T12:00`))}` : say('no-date'),
    ...standOf(action, words),
    action.corrected && say('corrected'),
    action.from && `${say('from-session')}: ${action.from}`,
  ].filter((part) => part)
  const more = (['hypothesis', 'metric', 'baseline'] as const).flatMap((field) => {
    const text = action[field]
    return text ? [line(phrase(`${say(field)}: ${text}`))] : []
  })
  const told = action.later?.outcome ?? action.outcome
  const outcome = told
    ? [line(phrase([`${say('outcome')}: ${name('outcome', told.result)}`, told.what ?? ''].filter(Boolean).join('. ')))]
    : []
  return line(phrase(action.text), ...list([line(phrase(about.join(' · '))), ...more, ...outcome]))
}

const outlineVote = (vote: ReportVote, words: Words): Block[] => {
  const { say, number } = words
  const { cast, eligible, isQuorate } = vote.result.turnout
  const { head, rows } = figuresOf(vote, words)
  return [
    heading(3, titleOfVote(vote, words)),
    labelled(
      say('voted'),
      `${number(cast)} ${say('of')} ${number(eligible)}${isQuorate ? '' : ` (${say('no-quorum')})`}`,
    ),
    table(
      [head, ...rows],
      head.flatMap((_, column) => (column === 1 ? [] : [column])),
    ),
  ]
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** How often each value was given, lowest first, as bars and as numbers: it reads in black and white. */
const bars = (counts: readonly number[], { number }: Words): string => {
  const most = Math.max(1, ...counts)
  const drawn = counts.map((count) => BARS[Math.round((count / most) * (BARS.length - 1))] ?? '').join('')
  return `\u2066${drawn}\u2069 (${counts.map(number).join(', ')})`
}

const outlineDispute = (dispute: ReportDispute, votes: readonly ReportVote[], words: Words) => {
  const vote = votes[dispute.vote]
  const about = dispute.about.map(({ criterion, counts }) =>
    [vote ? criterionWords(vote, criterion, words) : criterion, counts && bars(counts, words)]
      .filter(Boolean)
      .join(': '),
  )
  return line(
    [...phrase(dispute.text), { type: 'text', value: ` (${words.say(`agreement.${dispute.agreement}`)})` }],
    ...list(about.map((text) => line(phrase(text)))),
  )
}

const outlineTable = (place: ReportTable, index: number, { say, number }: Words): Block[] => [
  heading(3, place.name ?? `${say('table')} ${number(index + 1)}`),
  ...(place.question ? [paragraph(...phrase(place.question))] : []),
  ...list(place.ideas.map(({ text }) => line(phrase(text)))),
  ...(place.harvest.length > 0
    ? [paragraph(strong(`${say('harvest')}:`)), ...list(place.harvest.map(({ text }) => line(phrase(text))))]
    : []),
]

const outlineCourse = (course: readonly ReportStep[], { session }: Report, words: Words): Block[] => {
  const { say, name, number } = words
  const row = (label: string, planned: number, real: number | undefined, state: string): readonly string[] => [
    label,
    number(planned),
    real === undefined ? '–' : number(real),
    real === undefined ? '–' : number(real - planned),
    state,
  ]
  return [
    table(
      [
        [say('step'), say('planned'), say('real'), say('difference'), say('state')],
        ...course.map((step) =>
          row(
            step.title ?? name('method', step.kind),
            step.plannedMinutes,
            step.realMinutes,
            say(`state.${step.state}`),
          ),
        ),
        row(say('total'), session.plannedMinutes, session.minutes, ''),
      ],
      [1, 2, 3],
    ),
  ]
}

/** A report as one document: what Markdown and pages are written from. `exported` is what its reader may see of the board. */
export const outlineReport = (report: Report, exported: SessionExport, words: Words): Root => {
  const { say } = words
  const { session, decisions, actions, votes, disputes, tables, course } = report
  return {
    type: 'root',
    children: [
      heading(1, session.title),
      ...(session.challenge.text === '' ? [] : [paragraph(...phrase(session.challenge.text))]),
      paragraph(...phrase(metaOf(report, words))),
      ...section(
        say('decided'),
        decisions.flatMap((decision) => outlineDecision(decision, words)),
      ),
      ...section(say('actions'), list(actions.map((action) => outlineAction(action, words)))),
      ...section(
        say('why'),
        votes.flatMap((vote) => outlineVote(vote, words)),
      ),
      ...section(say('disputed'), list(disputes.map((dispute) => outlineDispute(dispute, votes, words)))),
      ...section(say('ideas'), outlineIdeas(exported, words, ideasIn(report), refutedIn(report))),
      ...section(
        say('tables'),
        tables.flatMap((place, index) => outlineTable(place, index, words)),
      ),
      ...section(say('course'), outlineCourse(course, report, words)),
    ],
  }
}
