import type { Cluster, Item } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { ChevronDown, Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './move-select.module.css'

/** Where an item goes: into a group, into a new one, or out of all. */
export type MoveTarget =
  | { readonly to: 'cluster'; readonly cluster: ClusterId }
  | { readonly to: 'new' }
  | { readonly to: 'loose' }

/** What asks something more about a note. */
export type NotePanelKind = 'merge' | 'colour' | 'way'

/** Opens what asks something more, or shows the note to all, as far as this person may do it. */
export type OpenPanel =
  | Readonly<
      Partial<Record<NotePanelKind | 'spotlight', (item: Item) => void>> & {
        /** What others count on: it goes behind no other note. */
        readonly kept: ReadonlySet<ItemId>
      }
    >
  | undefined

/** What asks with which note another one is to be merged, or takes apart what was: where there is either. */
export const mergeOf = (onOpen: OpenPanel, item: Item, same: readonly Item[] | undefined): (() => void) | undefined => {
  const merge = onOpen?.merge
  return merge && (!onOpen.kept.has(item.id) || same) ? () => merge(item) : undefined
}

/** What a group is called, also while it has no name. */
export const useClusterName = (): ((cluster: Cluster, index: number) => string) => {
  const t = useText()
  return (cluster, index) => cluster.title.trim() || t('group.unnamed', { number: index + 1 })
}

/**
 * "Move to…" as the platform's own list: works with keys, touch and voice. `look` is a full button, or the three dots on
 * a note. Focus follows the note to where it was moved.
 */
export const MoveSelect = ({
  item,
  clusters,
  look,
  takesFocus,
  mayMakeNew = true,
  newMadeBy,
  same,
  tabIndex,
  onMove,
  onOpen,
}: {
  readonly item: Item
  readonly clusters: readonly Cluster[]
  readonly look: 'button' | 'dots'
  /** This note was moved just now, and is drawn anew in its new place. */
  readonly takesFocus: boolean
  readonly mayMakeNew?: boolean
  /** Who makes new groups instead, so that nobody looks for the entry in vain. */
  readonly newMadeBy?: string | undefined
  /** What was merged into the note. */
  readonly same?: readonly Item[] | undefined
  /** For notes that are reached by arrows and open this by a key. */
  readonly tabIndex?: number
  readonly onMove: (target: MoveTarget) => void
  /** For what is more than moving; only what this person may do is in the list. */
  readonly onOpen?: OpenPanel
}) => {
  const t = useText()
  const nameOf = useClusterName()
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (takesFocus) select.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <span className={joinClasses(styles.move, styles[look])}>
      {look === 'button' ? (
        <>
          <span aria-hidden="true">{t('group.move')}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </>
      ) : (
        <Ellipsis size={18} aria-hidden="true" />
      )}
      <select
        ref={select}
        className={styles.select}
        tabIndex={tabIndex}
        aria-label={t('group.move-this', { text: item.text })}
        value={item.cluster ?? ''}
        onChange={({ target: { value } }) => {
          if (value === 'merge' || value === 'colour' || value === 'way' || value === 'spotlight')
            return onOpen?.[value]?.(item)
          onMove(
            value === ''
              ? { to: 'loose' }
              : value === 'new'
                ? { to: 'new' }
                : { to: 'cluster', cluster: value as ClusterId },
          )
        }}
      >
        <option value="">{t('group.loose')}</option>
        {clusters.map((cluster, index) => (
          <option key={cluster.id} value={cluster.id}>
            {nameOf(cluster, index)}
          </option>
        ))}
        {mayMakeNew && <option value="new">{t('group.new')}</option>}
        {onOpen && <hr />}
        {mergeOf(onOpen, item, same) && <option value="merge">{t('merge.option')}</option>}
        {onOpen?.colour && <option value="colour">{t('colours.option')}</option>}
        {onOpen?.way && <option value="way">{t('note.way-option')}</option>}
        {onOpen?.spotlight && <option value="spotlight">{t('spotlight.show')}</option>}
        {newMadeBy && !mayMakeNew && (
          <option value="new" disabled>
            {t('crowd.new-by', { names: newMadeBy })}
          </option>
        )}
      </select>
    </span>
  )
}
