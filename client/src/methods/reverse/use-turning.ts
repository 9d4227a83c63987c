import { type Item, type Link, compareItems } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ReverseView, coverageOf } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { useMemo } from 'react'
import { listOfStep } from '../../board/items.ts'
import { useBoard, useNow, useRecords } from '../../sync/room-context.ts'
import { useWork } from '../use-work.ts'

/** A bad idea, what turns it round, and how it stands with it. */
export interface Pair {
  readonly item: Item
  readonly solutions: readonly Item[]
  readonly isAside: boolean
  /** How many people have it before them. */
  readonly people: number
  /** How many people say that it is done already; 0 where nobody knows yet. */
  readonly admitted: number
}

const NONE: readonly Item[] = []

/** How far a step has turned its bad ideas round, in the order of every list, and what is there to be linked. */
export const useTurning = (step: Pick<StepPart, 'id' | 'input'>) => {
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const links = useRecords<Link>(board?.links)
  const work = useWork<ReverseView>(step.id)
  const now = useNow((work?.held.length ?? 0) > 0)
  const found = useMemo(() => {
    const own = new Map([...items].filter(([, item]) => item.kind !== 'negative-idea' || item.step === step.id))
    const all = [...links.values()]
    const aside = new Set(work?.aside)
    const coverage = coverageOf(own, all, aside)
    const inverting = new Set(all.flatMap(({ type, from }) => (type === 'inverts' ? [from] : [])))
    return { coverage, aside, inverting }
  }, [items, links, step.id, work?.aside])
  const pairs = found.coverage.turnings
    .flatMap(({ item: id, inversions }): Pair[] => {
      const item = items.get(id)
      if (!item) return []
      return [
        {
          item,
          solutions: inversions
            .flatMap((idea) => items.get(idea) ?? NONE)
            .filter(({ state }) => state === 'published')
            .toSorted(compareItems),
          isAside: found.aside.has(id),
          people: work?.held.filter((held) => held.item === id && now < held.until).length ?? 0,
          admitted: work?.admitted?.[id] ?? 0,
        },
      ]
    })
    .toSorted((one, other) => compareItems(one.item, other.item))
  return {
    pairs,
    open: new Set<ItemId>(found.coverage.open),
    turned: found.coverage.turned,
    /** Ideas that could turn one round: those of earlier steps, and of this one what is linked to nothing yet. */
    ready: listOfStep(items, step).filter(
      ({ id, kind, step: home }) => kind === 'idea' && (home !== step.id || !found.inverting.has(id)),
    ),
    work,
  }
}
