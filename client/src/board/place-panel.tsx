import type { Cluster, Item } from '@roundel/shared/board'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { type MoveTarget, type OpenPanel, mergeOf, useClusterName } from './move-select.tsx'
import { NotAllowed } from './not-allowed.tsx'
import { Note } from './note.tsx'
import styles from './place-panel.module.css'

/** What grouping on a phone offers for one item. */
export interface PlaceChoices {
  readonly clusters: readonly Cluster[]
  readonly own: ReadonlySet<string>
  /** What was merged into which item. */
  readonly duplicates?: ReadonlyMap<string, readonly Item[]>
  readonly mayMakeNew: boolean
  /** Why no group can be made, where that is worth a word. */
  readonly whyNoGroup: string | undefined
  readonly onMove: (item: Item, target: MoveTarget) => void
  readonly onOpen?: OpenPanel
}

/** One item, and big buttons for where it belongs. Without `isReady` they stand there and do nothing. */
export const PlacePanel = ({
  heading,
  item,
  choices: { clusters, own, duplicates, mayMakeNew, whyNoGroup, onMove, onOpen },
  isReady = true,
  hint,
  last,
}: {
  readonly heading: string
  readonly item: Item | undefined
  readonly choices: PlaceChoices
  readonly isReady?: boolean
  /** A line between the item and the buttons. */
  readonly hint?: ReactNode
  /** Stands beside "New group". */
  readonly last?: ReactNode
}) => {
  const t = useText()
  const nameOf = useClusterName()
  const same = item && duplicates?.get(item.id)
  const merge = item && mergeOf(onOpen, item, same)
  // The second press of a double one was meant for the item before.
  const put = (target: MoveTarget, presses: number): void => {
    if (item && isReady && presses < 2) onMove(item, target)
  }
  return (
    <section className={styles.place} aria-labelledby="place-one">
      <h2 id="place-one" className={styles.heading}>
        {heading}
      </h2>
      {item ? <Note item={item} isOwn={own.has(item.id)} same={same} /> : <div className={styles.none} />}
      {hint}
      {clusters.length === 0 && !mayMakeNew && <p className={styles.hint}>{t('place.no-groups')}</p>}
      <div className={styles.targets}>
        {clusters.map((cluster, index) => (
          <Button
            key={cluster.id}
            wide
            aria-disabled={!isReady}
            onClick={({ detail }) => put({ to: 'cluster', cluster: cluster.id }, detail)}
          >
            <bdi translate="yes">{nameOf(cluster, index)}</bdi>
          </Button>
        ))}
        <div className={styles.last}>
          {mayMakeNew && (
            <Button wide aria-disabled={!isReady} onClick={({ detail }) => put({ to: 'new' }, detail)}>
              <Plus size={18} aria-hidden="true" />
              {t('group.new')}
            </Button>
          )}
          {whyNoGroup && (
            <NotAllowed why={whyNoGroup}>
              <Plus size={18} aria-hidden="true" />
              {t('group.new')}
            </NotAllowed>
          )}
          {merge && (
            <Button look="quiet" onClick={merge}>
              {t('merge.option')}
            </Button>
          )}
          {item && onOpen?.colour && (
            <Button look="quiet" onClick={() => onOpen.colour?.(item)}>
              {t('colours.option')}
            </Button>
          )}
          {last}
        </div>
      </div>
    </section>
  )
}
