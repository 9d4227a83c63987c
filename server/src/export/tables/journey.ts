import type { Report, ReportIdea, TrailPlace } from '@roundel/shared/report'
import type { Milestone } from '@roundel/shared/session'
import type { SessionExport } from '../session-file.ts'
import { type Table, tableOf } from '../table.ts'
import { hasWay, ideasIn } from '../ways.ts'

/** One row: a step of the session, or one place on the way of an idea. */
interface Row {
  readonly what: 'step' | TrailPlace['type'] | 'here' | Milestone['type']
  readonly kind?: string | undefined
  readonly title?: string | undefined
  readonly question?: string | undefined
  readonly idea?: string
  readonly text?: string | undefined
  readonly names?: string
  readonly state?: string
  readonly planned?: number
  readonly real?: number | undefined
  /** Milliseconds since 1970. */
  readonly at?: number | undefined
  readonly rank?: number
  readonly of?: number
  readonly result?: string | undefined
  readonly resultText?: string | undefined
  readonly id: string
}
type Place = Omit<Row, 'idea' | 'id'>

const milestoneRow = (milestone: Milestone): Place => {
  switch (milestone.type) {
    case 'voted':
      return { what: 'voted', rank: milestone.place, of: milestone.of }
    case 'chosen':
      return { what: 'chosen' }
    case 'action': {
      const { text, state, outcome, what } = milestone
      return { what: 'action', text, state, result: outcome, resultText: what }
    }
  }
}

const placeRows = (place: TrailPlace): readonly Place[] => {
  switch (place.type) {
    case 'gone':
      return [{ what: 'gone' }]
    case 'contact':
      return [{ what: 'contact', kind: place.kind, at: place.at, text: place.text }]
    case 'session': {
      const { title, at, method, text, passage } = place
      return [{ what: 'session', title, at, kind: method, text }, ...passage.map(milestoneRow)]
    }
  }
}

/** The places of an idea, in their order, the session itself among them. */
const wayRows = (
  { id, text, step, origins = [], together = [], passage = [], later = [] }: ReportIdea,
  { session, course }: Report,
): readonly Row[] => {
  const here: Place = {
    what: 'here',
    title: session.title,
    at: session.startedAt,
    kind: course.find((each) => each.id === step)?.kind,
  }
  // What was merged into it came here as well: where from stands before it, too.
  const before = [...origins, ...together].flatMap(placeRows)
  return [...before, here, ...passage.map(milestoneRow), ...later.flatMap(placeRows)].map((place) => ({
    ...place,
    idea: text,
    id,
  }))
}

/**
 * The way the session took through its steps, with what was planned and how long it took; then the way of each idea through
 * the sessions of its workspace, a row for each place.
 */
export const tableJourney = ({ agenda }: SessionExport, report: Report): Table => {
  const steps = agenda.map(({ id, kind, title, question, names, state, planned, minutes, spent, begunAt }): Row => ({
    what: 'step',
    kind,
    title,
    question,
    names,
    state,
    planned: planned ?? minutes,
    real: spent,
    at: begunAt === undefined ? undefined : Date.parse(begunAt),
    id,
  }))
  const numbered = (rows: readonly Row[]) => rows.map((row, index) => ({ ...row, place: index + 1 }))
  const ways = ideasIn(report).filter(hasWay)
  return tableOf(
    'Journey',
    [...numbered(steps), ...ways.flatMap((idea) => numbered(wayRows(idea, report)))],
    [
      ['what', 'word', ({ what }) => what],
      ['place', 'number', ({ place }) => place],
      ['idea', 'text', ({ idea }) => idea],
      ['kind', 'word', ({ kind }) => kind],
      ['title', 'line', ({ title }) => title],
      ['question', 'text', ({ question }) => question],
      ['text', 'text', ({ text }) => text],
      ['names', 'word', ({ names }) => names],
      ['state', 'word', ({ state }) => state],
      ['planned_minutes', 'number', ({ planned }) => planned],
      ['real_minutes', 'number', ({ real }) => real],
      ['begun_at', 'moment', ({ at }) => (at === undefined ? undefined : new Date(at))],
      ['rank', 'number', ({ rank }) => rank],
      ['of', 'number', ({ of }) => of],
      ['result', 'word', ({ result }) => result],
      ['result_text', 'text', ({ resultText }) => resultText],
      ['id', 'id', ({ id }) => id],
    ],
  )
}
