import type { Cluster, Item, Link } from '../board/index.ts'
import type { ClusterId, ItemId, LinkId } from '../kernel/index.ts'
import type { ActionId, ActionState, Fate, Outcome } from '../methods/index.ts'
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

type PassedAction = Extract<Passage, { readonly type: 'action' }>

/** A board as it takes to see what an item went through. */
export interface BoardRecords {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly clusters: ReadonlyMap<ClusterId, Cluster>
  readonly links: ReadonlyMap<LinkId, Link>
}

/**
 * What an item went through in a session, as everybody in it may know: what led to it, where it stood, what came of it.
 * `fateOf` knows what later sessions said of an action.
 */
export const passageOf = (
  session: Session,
  item: Item,
  { items, clusters, links }: BoardRecords,
  fateOf: (action: ActionId) => Fate | undefined = () => undefined,
): readonly Passage[] => {
  const title = item.cluster === undefined ? undefined : clusters.get(item.cluster)?.title.trim()
  const joined = [...links.values()].filter(({ from }) => from === item.id)
  const texts = (type: Link['type']): readonly string[] =>
    joined.flatMap((link) => {
      const other = link.type === type ? items.get(link.to) : undefined
      return other?.state === 'published' ? [other.text] : []
    })
  const isOf = (ids: readonly string[]): boolean =>
    ids.includes(item.id) || (item.cluster !== undefined && ids.includes(item.cluster))
  const voted = session.agenda.flatMap((step): readonly Passage[] => {
    const state = workOf(session, step.id)
    const places = state === undefined ? [] : (workingsOf(step)?.places?.(state) ?? [])
    const rank = places.find((placed) => isOf([placed.item]))?.rank
    return rank ? [{ type: 'voted', place: rank, of: places.length }] : []
  })
  const decided = listDecided(session).flatMap(({ work: { decision, actions } }): readonly Passage[] => [
    ...(decision.decided && isOf(decision.chosen) ? [{ type: 'chosen' as const }] : []),
    ...actions
      .filter((action) => isOf(action.items))
      .map(({ id, text, ...action }) => {
        const { state, reviewed } = fateOf(id) ?? action
        return { type: 'action' as const, text, state, ...(reviewed && tellReview(reviewed)) }
      }),
  ])
  return [
    ...texts('inspired-by').map((text) => ({ type: 'inspired-by' as const, text })),
    ...texts('merged-into').map((text) => ({ type: 'merged' as const, text })),
    ...(title ? [{ type: 'grouped' as const, title }] : []),
    ...voted,
    ...decided,
  ]
}

const tellReview = ({ outcome, what }: NonNullable<Fate['reviewed']>): Pick<PassedAction, 'outcome' | 'what'> => ({
  outcome,
  ...(what !== '' && { what }),
})
