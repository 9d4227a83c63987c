import { LIMITS, type Refusal, type Result, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { dayOf, monthAfter } from '../day.ts'
import type { Action, ActionChange, ActionId, ActionState, Review } from './action.ts'
import type { DecideWork } from './state.ts'

type Line = 'hypothesis' | 'metric' | 'baseline'

const lineOf = (name: Line, text: string | undefined): Partial<Pick<Action, Line>> => (text ? { [name]: text } : {})

/** An action as it begins: due a month from `now` unless something else is said. */
export const makeAction = (
  id: ActionId,
  change: ActionChange & Required<Pick<Action, 'text' | 'owner'>>,
  now: number,
): Action => {
  const due = change.due === undefined ? monthAfter(dayOf(now)) : change.due
  return {
    id,
    text: change.text,
    owner: change.owner,
    ...(due !== null && { due }),
    ...lineOf('hypothesis', change.hypothesis),
    ...lineOf('metric', change.metric),
    ...lineOf('baseline', change.baseline),
    items: [...new Set(change.items)],
    state: 'open',
  }
}

const changeLine = (action: Action, name: Line, text: string | undefined): Action =>
  text === undefined ? action : { ...omit(action, name), ...lineOf(name, text) }

/** An action with what is changed of it. */
export const changeAction = (action: Action, { text, owner, due, items, ...lines }: ActionChange): Action => {
  const told: Action = {
    ...(due === undefined ? action : omit(action, 'due')),
    ...(typeof due === 'string' && { due }),
    ...(text !== undefined && { text }),
    ...(owner && { owner }),
    ...(items && { items: [...new Set(items)] }),
  }
  return (['hypothesis', 'metric', 'baseline'] as const).reduce(
    (changed, name) => changeLine(changed, name, lines[name]),
    told,
  )
}

/** The step with one more action. Refuses with `too-many`. */
export const addAction = (work: DecideWork, action: Action): Result<DecideWork, Refusal> =>
  work.actions.length >= LIMITS.actions
    ? fail(refusal('too-many', { most: LIMITS.actions }))
    : ok({ ...work, actions: [...work.actions, action] })

/** The step with one of its actions changed. Refuses with `unknown`. */
export const withAction = (
  work: DecideWork,
  id: ActionId,
  change: (action: Action) => Action,
): Result<DecideWork, Refusal> =>
  work.actions.some((action) => action.id === id)
    ? ok({ ...work, actions: work.actions.map((action) => (action.id === id ? change(action) : action)) })
    : fail(refusal('unknown'))

/** The step without one of its actions, nor the link to it. What it carried on is open again. */
export const withoutAction = (work: DecideWork, id: ActionId): DecideWork => ({
  ...work,
  actions: work.actions.filter((action) => action.id !== id),
  earlier: work.earlier.map((earlier) =>
    earlier.carriedAs === id ? { ...omit(earlier, 'carriedAs', 'reviewed', 'insight'), state: 'open' } : earlier,
  ),
  links: omit(work.links, id),
})

/** What a review makes of an action: its state, and how it went. Opened again, nothing is said of it. */
export const reviewAction = <Reviewed extends Pick<Action, 'state' | 'reviewed'>>(
  action: Reviewed,
  state: ActionState,
  review: Review,
): Reviewed =>
  state === 'open' ? ({ ...omit(action, 'reviewed'), state } as Reviewed) : { ...action, state, reviewed: review }
