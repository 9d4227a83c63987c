import type { Item } from '../board/index.ts'
import type { ItemId, StepId } from '../kernel/index.ts'
import { type Moment, type Prompts, methodOf } from '../methods/index.ts'
import type { Circumstances } from './circumstances.ts'
import type { Session, Step } from './session.ts'
import { workOf, workingsOf } from './work.ts'

/** As much of the board as it takes to see what earlier steps bring. */
export type BoardFacts = Pick<Moment, 'item' | 'itemsOf' | 'linksOf'>

/** The board as a decision finds it. */
export const factsOf = ({ item, itemsOf, linksOf }: Pick<Circumstances, keyof BoardFacts>): BoardFacts => ({
  item: (id) => item(id)?.item,
  itemsOf,
  linksOf,
})

const fits = ({ kinds }: Prompts, item: Pick<Item, 'kind' | 'state'> | undefined): boolean =>
  item?.state === 'published' && kinds.includes(item.kind)

/**
 * What the steps before a place in the agenda bring for a method to begin from: of the nearest one that brings anything
 * that fits, the most important first and no more than fit.
 */
export const listBrought = (
  session: Session,
  before: number,
  prompts: Prompts,
  board: BoardFacts,
): readonly ItemId[] => {
  for (const step of session.agenda.slice(0, before).toReversed()) {
    const brought = [...new Set(bringsOf(session, step, board, prompts.wants ?? 'best'))].filter((id) =>
      fits(prompts, board.item(id)),
    )
    if (brought.length > 0) return brought.slice(0, prompts.most)
  }
  return []
}

const bringsOf = (
  session: Session,
  step: Step,
  board: BoardFacts,
  wants: NonNullable<Prompts['wants']>,
): readonly ItemId[] => {
  const state = workOf(session, step.id)
  return state === undefined ? [] : (workingsOf(step)?.brings?.(state, { ...board, step: step.id }, wants) ?? [])
}

/** The session whose step has its prompts settled, as it is first live: what it was to be brought, and of all only what stands on the board. */
export const settlePrompts = (session: Session, id: StepId, board: BoardFacts): Session => {
  const at = session.agenda.findIndex((step) => step.id === id)
  const step = session.agenda[at]
  const wanted = step && methodOf(step.kind).prompts
  if (!step?.prompts || !wanted) return session
  const prompts =
    step.prompts === 'brought'
      ? listBrought(session, at, wanted, board)
      : [...new Set(step.prompts)].filter((item) => fits(wanted, board.item(item)))
  return { ...session, agenda: session.agenda.with(at, { ...step, prompts }) }
}
