import type {
  Report,
  ReportAction,
  ReportCause,
  ReportIdea,
  ReportWay,
  TrailPlace,
  TrailRefuted,
  Trails,
} from '@roundel/shared/report'
import type { Milestone } from '@roundel/shared/session'
import type { Words } from './words.ts'

/** Between the places of a way: it points on, in either direction of writing. */
const ON = ' › '

/** Every idea of a report, once, in its order. */
export const ideasIn = ({ groups, loose, worse, tables }: Report): readonly ReportIdea[] => {
  const all = [
    ...groups.flatMap(({ ideas }) => ideas),
    ...loose,
    ...worse,
    ...tables.flatMap(({ ideas, harvest }) => [...harvest, ...ideas]),
  ]
  return [...new Map(all.map((idea) => [idea.id, idea])).values()]
}

/** The causes of a report of which a later result said that they were none. */
export const refutedIn = ({ whys }: Report): Trails['refuted'] => {
  const inBranch = ({ id, refuted, below }: ReportCause): readonly (readonly [ReportCause['id'], TrailRefuted])[] => [
    ...(refuted ? [[id, refuted] as const] : []),
    ...below.flatMap(inBranch),
  ]
  return new Map(whys.flatMap(({ causes }) => causes.flatMap(inBranch)))
}

export const hasWay = ({ passage, origins, together, later }: ReportWay): boolean =>
  [passage, origins, together, later].some((part) => part !== undefined)

/** What people wrote, with a direction of its own among our words. */
const own = (text: string): string => `\u2068${text}\u2069`

const resultOf = (outcome: string | undefined, { name }: Words): string =>
  outcome === undefined ? '' : `: ${name('outcome', outcome)}`

const sayMilestone = (milestone: Milestone, words: Words): string => {
  const { say, number } = words
  switch (milestone.type) {
    case 'voted':
      return `${say('way.place')} ${number(milestone.place)} ${say('of')} ${number(milestone.of)}`
    case 'chosen':
      return say('way.chosen')
    case 'action':
      return `${say('kind.action')} ${say(`action.${milestone.state}`)}${resultOf(milestone.outcome, words)}`
  }
}

const sayPlace = (place: TrailPlace, words: Words): string => {
  const { say, day } = words
  switch (place.type) {
    case 'gone':
      return say('way.gone')
    case 'contact':
      return `${say(`way.contact.${place.kind}`)} (${day(place.at)})`
    case 'session':
      return `${own(place.title)} (${day(place.at)})`
  }
}

/** What became of something, as it is said in one line. */
const listMilestones = (passage: readonly Milestone[], words: Words): readonly string[] =>
  passage.map((milestone) => sayMilestone(milestone, words))

const milestonesOf = (place: TrailPlace): readonly Milestone[] => (place.type === 'session' ? place.passage : [])

/** A way in one line; nothing where there is nothing to tell. */
export const lineOfWay = ({ origins = [], together = [], passage = [], later = [] }: ReportWay, words: Words): string =>
  [
    ...origins.flatMap((place) => [sayPlace(place, words), ...listMilestones(milestonesOf(place), words)]),
    // Ideas of one place may have been merged: it is told once.
    ...new Set(together.map((place) => `${words.say('way.together')}: ${sayPlace(place, words)}`)),
    ...listMilestones(passage, words),
    ...later.flatMap((place) => [
      `${words.say('way.later')}: ${sayPlace(place, words)}`,
      ...listMilestones(milestonesOf(place), words),
    ]),
  ].join(ON)

/** An action as a way tells it in full: what it is, how it stands, and what came of it. */
const sayInFull = (milestone: Milestone, words: Words): string => {
  if (milestone.type !== 'action') return sayMilestone(milestone, words)
  const said = milestone.what === undefined ? '' : ` (${own(milestone.what)})`
  return `${own(milestone.text)} – ${words.say(`action.${milestone.state}`)}${resultOf(milestone.outcome, words)}${said}`
}

const withPassage = (place: string, passage: readonly Milestone[], words: Words): string =>
  passage.length > 0 ? `${place}: ${passage.map((milestone) => sayInFull(milestone, words)).join('; ')}` : place

/** A way in full, a line for each place: the method, the words of there, what became of it. */
export const linesOfWay = (
  { origins = [], together = [], passage = [], later = [] }: ReportWay,
  words: Words,
): readonly string[] => {
  const inFull = (place: TrailPlace): string => {
    const told = place.type === 'gone' || place.text === undefined ? '' : ` – ${own(place.text)}`
    const method = place.type === 'session' && place.method ? `${words.name('method', place.method)}, ` : ''
    return withPassage(`${method}${sayPlace(place, words)}${told}`, milestonesOf(place), words)
  }
  // That it was chosen here is what the lines stand under.
  const here = passage.filter(({ type }) => type !== 'chosen')
  return [
    ...origins.map(inFull),
    ...new Set(together.map((place) => `${words.say('way.together')}: ${inFull(place)}`)),
    ...(here.length > 0 ? [withPassage(words.say('way.here'), here, words)] : []),
    ...later.map((place) => `${words.say('way.later')}: ${inFull(place)}`),
  ]
}

/** How an action stands after all that was said of it, as remarks. */
export const standOf = ({ state, later, overdue }: ReportAction, { say }: Words): readonly string[] => [
  say(`action.${later?.state ?? state}`),
  ...(overdue ? [say('overdue')] : []),
  ...(later?.in === undefined
    ? []
    : [`${say(later.state === 'carried' ? 'carried-to' : 'said-in')}: ${own(later.in)}`]),
]
