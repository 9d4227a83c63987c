import type { DocumentAddress } from '@roundel/shared/board'
import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'

/** Rights of one moment, small enough to be read at a glance. They stand in for those of a session. */
export interface Rules {
  readonly create: boolean
  readonly text: 'all' | 'own' | 'none'
  readonly place: 'all' | 'own' | 'none'
  readonly state: 'own' | 'none'
  readonly remove: 'own' | 'none'
  readonly group: boolean
}

/** The rights of this moment: those of the phase, and those that it replaced a moment ago, while they are honoured. */
export interface Rights {
  readonly rules: Rules
  readonly former?: Rules | undefined
}

export const OPEN: Rules = { create: true, text: 'all', place: 'all', state: 'own', remove: 'own', group: true }
/** Names shown: everyone writes their own. */
export const SHOWN: Rules = { create: true, text: 'own', place: 'own', state: 'own', remove: 'none', group: true }
/** Names hidden: nobody's text reaches the board through a document, but everyone may move and group. */
export const HIDDEN: Rules = { create: false, text: 'none', place: 'all', state: 'none', remove: 'none', group: true }
export const CLOSED: Rules = { create: false, text: 'none', place: 'none', state: 'none', remove: 'none', group: false }

const PLACE: ReadonlySet<string> = new Set(['at', 'rank', 'cluster'])

/** What these rules answer for one touch of one seat. */
export const askRules = (rules: Rules, seat: SeatId, touch: Touch): Result<void, Refusal> =>
  touch.document.kind === 'draft' || mayTouch(rules, seat, touch) ? ok(undefined) : fail(refusal('locked'))

/** As `askRules`, where either of two is enough. */
export const askRights = ({ rules, former }: Rights, seat: SeatId, touch: Touch): Result<void, Refusal> => {
  const answer = askRules(rules, seat, touch)
  return answer.ok || !former ? answer : askRules(former, seat, touch)
}

const mayTouch = (rules: Rules, seat: SeatId, touch: Touch): boolean => {
  const own = touch.owner === seat
  const within = (right: 'all' | 'own' | 'none') => right === 'all' || (right === 'own' && own)
  if (touch.op === 'remove') return within(rules.remove)
  if (touch.collection === 'clusters') return rules.group
  if (touch.collection !== 'items') return false
  if (touch.op === 'create') return rules.create
  if (touch.fresh)
    return rules.create && (touch.field !== 'author' || touch.value === undefined || touch.value === seat)
  if (touch.op === 'text') return within(rules.text)
  if (PLACE.has(touch.field ?? '')) return within(rules.place)
  if (touch.field === 'state')
    return within(rules.state) && (touch.value === 'published' || touch.value === 'withdrawn')
  return (touch.field === 'colour' || touch.field === 'lang') && within(rules.text)
}

/** The collections that people write to in a document of a kind. */
export const collectionsOf = (document: DocumentAddress): readonly string[] =>
  document.kind === 'board' ? ['items', 'clusters'] : ['items']
