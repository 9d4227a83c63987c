import type { Cluster, Item } from '@roundel/shared/board'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { type MoveTarget, type OpenPanel, useClusterName } from './move-select.tsx'
import { Note } from './note.tsx'
import styles from './place-one.module.css'

/** Grouping on a phone: one loose idea at a time, and big buttons for where it belongs. */
export const PlaceOne = ({
  loose,
  clusters,
  own,
  duplicates,
  mayMakeNew,
  onMove,
  onOpen,
}: {
  readonly loose: readonly Item[]
  readonly clusters: readonly Cluster[]
  readonly own: ReadonlySet<string>
  readonly duplicates: ReadonlyMap<string, readonly Item[]>
  readonly mayMakeNew: boolean
  readonly onMove: (item: Item, target: MoveTarget) => void
  readonly onOpen?: OpenPanel
}) => {
  const t = useText()
  const nameOf = useClusterName()
  const [skipped, setSkipped] = useState(0)
  const item = loose[skipped % Math.max(1, loose.length)]
  if (!item) return null
  return (
    <section className={styles.place} aria-labelledby="place-one">
      <h2 id="place-one" className={styles.heading}>
        {t('group.place', { count: loose.length })}
      </h2>
      <Note item={item} isOwn={own.has(item.id)} same={duplicates.get(item.id)} />
      <div className={styles.targets}>
        {clusters.map((cluster, index) => (
          <Button key={cluster.id} wide onClick={() => onMove(item, { to: 'cluster', cluster: cluster.id })}>
            <bdi translate="yes">{nameOf(cluster, index)}</bdi>
          </Button>
        ))}
        <div className={styles.last}>
          {mayMakeNew && (
            <Button wide onClick={() => onMove(item, { to: 'new' })}>
              <Plus size={18} aria-hidden="true" />
              {t('group.new')}
            </Button>
          )}
          {onOpen?.merge && (
            <Button look="quiet" onClick={() => onOpen.merge?.(item)}>
              {t('merge.option')}
            </Button>
          )}
          {onOpen?.colour && (
            <Button look="quiet" onClick={() => onOpen.colour?.(item)}>
              {t('colours.option')}
            </Button>
          )}
          {loose.length > 1 && (
            <Button look="quiet" onClick={() => setSkipped(skipped + 1)}>
              {t('group.skip')}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
