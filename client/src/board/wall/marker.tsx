import type { ItemId } from '@roundel/shared/kernel'
import { CLUSTER, type Layout, NOTE } from './layout.ts'
import { type Target, markerHeight } from './target.ts'
import styles from './wall.module.css'

/** Shows where the note that is being moved would go: a line within a cluster, an outline elsewhere. */
export const Marker = ({
  target,
  moved,
  layout,
}: {
  readonly target: Target
  readonly moved: ItemId
  readonly layout: Layout
}) => {
  switch (target.to) {
    case 'cluster': {
      const box = layout.clusters.get(target.cluster)?.box
      if (!box) return null
      const y = markerHeight(layout, target.cluster, target.index, moved)
      return (
        <div
          className={styles.line}
          style={{
            transform: `translate(${box.x + CLUSTER.pad}px, ${y - 2}px)`,
            inlineSize: CLUSTER.width - 2 * CLUSTER.pad,
          }}
        />
      )
    }
    case 'place':
    case 'new': {
      const [x, y] = target.at
      const size =
        target.to === 'place'
          ? { inlineSize: NOTE.width, blockSize: layout.notes.get(moved)?.height ?? NOTE.height }
          : { inlineSize: CLUSTER.width, blockSize: CLUSTER.head + CLUSTER.empty + CLUSTER.pad }
      return <div className={styles.outline} style={{ transform: `translate(${x}px, ${y}px)`, ...size }} />
    }
    // The note it would be paired with shows it.
    case 'pair':
      return null
  }
}
