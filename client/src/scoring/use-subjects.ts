import type { Cluster, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import { displayOrder } from '@roundel/shared/scoring'
import { createContext, use, useMemo } from 'react'
import { useText } from '../i18n/text.ts'
import { useBoard, useRecords, useViewPart } from '../sync/room-context.ts'

/** What is voted on, as it is read: an idea, or a group by its name. */
export interface Subject {
  readonly id: ItemId
  readonly text: string
  readonly lang: string
  /** The idea itself; absent for a group. */
  readonly item?: Item
  /** What a group holds. */
  readonly members: readonly Item[]
}

/** What ids on a ballot stand for, from the board. One that this device does not have yet says so. */
const useBoardSubjects = (): ((id: ItemId) => Subject) => {
  const t = useText()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const clusters = useRecords<Cluster>(board?.clusters)
  return useMemo(
    () => (id) => {
      const item = items.get(id)
      if (item) return { id, text: item.text, lang: item.lang, item, members: [] }
      const members = [...items.values()].filter(
        (other) => other.cluster === (id as string) && other.state === 'published',
      )
      const cluster = clusters.get(id as never)
      return { id, text: cluster?.title || t(cluster ? 'score.unnamed' : 'score.arriving'), lang: 'und', members }
    },
    [items, clusters, t],
  )
}

const SubjectsContext = createContext<() => (id: ItemId) => Subject>(useBoardSubjects)

/** Says what ids stand for where there is no board, as in a report. What is given never changes for what is inside. */
export const SubjectsSource = SubjectsContext.Provider

/** What ids on a ballot stand for. */
export const useSubjects = (): ((id: ItemId) => Subject) => {
  const useFound = use(SubjectsContext)
  return useFound()
}

/** What is voted on in the order in which this person sees it, the same on all their devices. */
export const useBallotOrder = (
  { items, seed }: Pick<PollView, 'items' | 'seed'>,
  person: number,
): readonly ItemId[] => {
  const { seat } = useViewPart('me')
  return useMemo(() => displayOrder(items, seed + person - 1, seat), [items, seed, person, seat])
}
