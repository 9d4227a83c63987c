import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useMemo } from 'react'
import { type Layout, NOTE, layOut } from './layout.ts'
import type { WallModel } from './model.ts'
import { useHeights } from './use-heights.ts'

/** What stands on the wall, and where. */
export interface Scene {
  readonly layout: Layout
  /** All notes, in the order of keys: along the clusters, then the loose ones. */
  readonly items: ReadonlyMap<ItemId, Item>
}

/** The scene of a model, by how high its notes are drawn, and the ref that measures a note. */
export const useScene = ({ clusters, members, loose }: WallModel) => {
  const [heights, measure] = useHeights()
  const layout = useMemo(() => {
    const lay = (item: Item) => ({ id: item.id, at: item.at, height: heights.get(item.id) ?? NOTE.height })
    return layOut(
      clusters.map(({ id, at }) => ({ id, at, items: (members.get(id) ?? []).map(lay) })),
      loose.map(lay),
    )
  }, [clusters, members, loose, heights])
  const items = useMemo(
    () => new Map([...clusters.flatMap(({ id }) => members.get(id) ?? []), ...loose].map((item) => [item.id, item])),
    [clusters, members, loose],
  )
  const scene = useMemo<Scene>(() => ({ layout, items }), [layout, items])
  return { scene, measure }
}
