import type { Cluster, Item, Link } from '../board/index.ts'
import type { ClusterId, ItemId, LinkId } from '../kernel/index.ts'
import type { ActionId, ActionState, Fate, Outcome, Review } from '../methods/index.ts'
import type { Session } from './session.ts'
import { listDecided } from './decided-steps.ts'
import { workOf, workingsOf } from './work.ts'

/** One thing that an item went through in a session. Nothing of it says who did it. */
export type Passage =
  | { readonly type: 'grouped'; readonly title: string }
  /** It stands behind another one that says the same. */
  | { readonly type: 'merged'; readonly text: string }
  | { readonly type: 'inspired-by'; readonly text: string }
  /** Its place in a vote that was shown, of so many. */
  | { readonly type: 'voted'; readonly place: number; readonly of: number }
  | { readonly type: 'chosen' }
  | {
      readonly type: 'action'
      readonly text: string
      readonly state: ActionState
      /** How it went, where somebody said. */
      readonly outcome?: Outcome
      readonly what?: string
    }

/** Of what an item went through that which decides about it: votes, the choice, what is done because of it. */
export type Milestone = Extract<Passage, { readonly type: 'voted' | 'chosen' | 'action' }>

type PassedAction = Extract<Milestone, { readonly type: 'action' }>

/** A board as it takes to see what an item went through. */
export interface BoardRecords {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly clusters: ReadonlyMap<ClusterId, Cluster>
  readonly links: ReadonlyMap<LinkId, Link>
}

type Reviewed = Pick<Review, 'outcome' | 'what'>
type FateOf = (action: ActionId) => (Pick<Fate, 'state'> & { readonly reviewed?: Reviewed }) | undefined

/**
 * What became of items and groups in a session, in the order of its agenda: their places in votes that were shown, that they
 * were chosen, the actions that come of them. `fateOf` knows what later sessions said of an action. An item shares what
 * became of its group. What that takes of the session is worked out once, so it can be asked of every item of a large board.
 */
export const milestonesIn = (
  session: Session,
  fateOf: FateOf = () => undefined,
): ((of: Pick<Item, 'cluster'> & { readonly id: ItemId | ClusterId }) => readonly Milestone[]) => {
  const votes = session.agenda.flatMap((step) => {
    const state = workOf(session, step.id)
    const places = state === undefined ? [] : (workingsOf(step)?.places?.(state) ?? [])
    return places.length > 0
      ? [{ of: places.length, ranks: new Map<string, number | null>(places.map(({ item, rank }) => [item, rank])) }]
      : []
  })
  const decisions = listDecided(session).map(({ work: { decision, actions } }) => ({
    chosen: new Set<string>(decision.decided ? decision.chosen : []),
    actions: actions.map(({ id, text, items, ...action }) => {
      const { state, reviewed } = fateOf(id) ?? action
      const told: PassedAction = { type: 'action', text, state, ...(reviewed && tellReview(reviewed)) }
      return { about: new Set<string>(items), told }
    }),
  }))
  return ({ id, cluster }) => {
    const isIn = (ids: ReadonlySet<string>): boolean => ids.has(id) || (cluster !== undefined && ids.has(cluster))
    return [
      ...votes.flatMap(({ of, ranks }): readonly Milestone[] => {
        const place = ranks.get(id) ?? (cluster === undefined ? undefined : ranks.get(cluster))
        return place ? [{ type: 'voted', place, of }] : []
      }),
      ...decisions.flatMap(({ chosen, actions }): readonly Milestone[] => [
        ...(isIn(chosen) ? [{ type: 'chosen' as const }] : []),
        ...actions.filter(({ about }) => isIn(about)).map(({ told }) => told),
      ]),
    ]
  }
}

/**
 * What an item went through in a session, as everybody in it may know: what led to it, where it stood, what came of it.
 * `fateOf` knows what later sessions said of an action.
 */
export const passageOf = (
  session: Session,
  item: Item,
  { items, clusters, links }: BoardRecords,
  fateOf?: FateOf,
): readonly Passage[] => {
  const title = item.cluster === undefined ? undefined : clusters.get(item.cluster)?.title.trim()
  const joined = [...links.values()].filter(({ from }) => from === item.id)
  const texts = (type: Link['type']): readonly string[] =>
    joined.flatMap((link) => {
      const other = link.type === type ? items.get(link.to) : undefined
      return other?.state === 'published' ? [other.text] : []
    })
  return [
    ...texts('inspired-by').map((text) => ({ type: 'inspired-by' as const, text })),
    ...texts('duplicate-of').map((text) => ({ type: 'merged' as const, text })),
    ...(title ? [{ type: 'grouped' as const, title }] : []),
    ...milestonesIn(session, fateOf)(item),
  ]
}

const tellReview = ({ outcome, what }: Reviewed): Pick<PassedAction, 'outcome' | 'what'> => ({
  outcome,
  ...(what !== '' && { what }),
})
