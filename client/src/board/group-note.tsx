import type { Cluster, Item } from '@roundel/shared/board'
import { memo, useRef } from 'react'
import { ItemSecondLine } from './item-second-line.tsx'
import { MoveSelect, type MoveTarget, type OpenPanel } from './move-select.tsx'
import styles from './note-actions.module.css'
import { Note } from './note.tsx'
import { useNear } from './use-near.ts'

/**
 * A note in the list while items are grouped, with the way to another group in its foot row or, with `look="button"`,
 * beneath it. There are many: each is drawn anew only when something about it changes, so `onMove` must stay the same.
 */
export const GroupNote = memo(
  ({
    item,
    clusters,
    look,
    isOwn,
    takesFocus,
    mayMove,
    mayMakeNew,
    newMadeBy,
    same,
    onMove,
    onOpen,
  }: {
    readonly item: Item
    readonly clusters: readonly Cluster[]
    readonly look: 'button' | 'dots'
    readonly isOwn: boolean
    readonly takesFocus: boolean
    readonly mayMove: boolean
    readonly mayMakeNew: boolean
    readonly newMadeBy: string | undefined
    /** What says the same and was merged into it. */
    readonly same: readonly Item[] | undefined
    readonly onMove: (item: Item, target: MoveTarget) => void
    readonly onOpen: OpenPanel
  }) => {
    const row = useRef<HTMLLIElement>(null)
    // Each list of groups is as long as there are groups: where no one looks it would only be weight.
    const isNear = useNear(row) || takesFocus
    const move = mayMove && isNear && (
      <MoveSelect
        item={item}
        clusters={clusters}
        look={look}
        takesFocus={takesFocus}
        mayMakeNew={mayMakeNew}
        newMadeBy={newMadeBy}
        same={same}
        onMove={(target) => onMove(item, target)}
        onOpen={onOpen}
      />
    )
    return (
      <li ref={row}>
        <Note
          item={item}
          isOwn={isOwn}
          same={same}
          actions={
            isNear && (
              <span className={styles.actions}>
                <ItemSecondLine item={item} isOwn={isOwn} />
                {look === 'dots' && move}
              </span>
            )
          }
        />
        {look === 'button' && move}
      </li>
    )
  },
)
