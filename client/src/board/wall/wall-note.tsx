import type { Cluster, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, memo } from 'react'
import { useText } from '../../i18n/text.ts'
import type { Present } from '../../sync/presence.ts'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { MoveSelect, type MoveTarget, type OpenPanel } from '../move-select.tsx'
import { ItemSecondLine } from '../item-second-line.tsx'
import { NoteEditor } from '../note-editor.tsx'
import { Note } from '../note.tsx'
import { OwnActions } from '../own-actions.tsx'
import { SpotlightAction } from '../spotlight-action.tsx'
import type { Point } from './geometry.ts'
import styles from './wall-note.module.css'

/** What a note tells the wall. The same object for all notes, for as long as the wall is there. */
export interface NoteEvents {
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly press: (item: ItemId, event: PointerEvent<HTMLElement>) => void
  readonly key: (item: ItemId, event: KeyboardEvent<HTMLElement>) => void
  readonly focus: (item: ItemId) => void
  readonly move: (item: ItemId, target: MoveTarget) => void
  readonly edit: (item: ItemId | undefined) => void
  readonly save: (item: Item, text: string) => void
  readonly withdraw: (item: Item) => void
}

/** Puts the focus into a note's own list of groups, and opens it where the browser can. */
export const openMoveList = (note: Element | null | undefined): void => {
  const select = note?.querySelector('select')
  select?.focus()
  try {
    select?.showPicker()
  } catch {
    // It has the focus: a key opens it.
  }
}

/** Unfolds or folds what says the same as a note. Answers whether it is unfolded now. */
export const turnDuplicates = (note: Element | null | undefined): boolean => {
  const details = note?.querySelector('details')
  if (!details) return false
  details.open = !details.open
  return details.open
}

/** A note on the wall: a button to take hold of it, and what else can be done with it. */
export const WallNote = memo(
  ({
    item,
    x,
    y,
    isLoose,
    shift,
    clusters,
    same,
    onOpen,
    dir,
    isOwn,
    isReached,
    isCarried,
    isTarget,
    isEditing,
    mayMove,
    mayEdit,
    mayMakeNew,
    holder,
    delay,
    events,
  }: {
    readonly item: Item
    /** Where it stands; 0 in a cluster, which lays it out. Numbers, so that a note that stays is not drawn anew. */
    readonly x: number
    readonly y: number
    readonly isLoose: boolean
    /** How far from there somebody else holds it now. */
    readonly shift: Point | undefined
    readonly clusters: readonly Cluster[]
    /** What was merged into it. */
    readonly same: readonly Item[] | undefined
    readonly onOpen: OpenPanel
    readonly dir: 'ltr' | 'rtl'
    readonly isOwn: boolean
    /** The one note that Tab reaches. */
    readonly isReached: boolean
    readonly isCarried: boolean
    readonly isTarget: boolean
    readonly isEditing: boolean
    readonly mayMove: boolean
    readonly mayEdit: boolean
    readonly mayMakeNew: boolean
    readonly holder: Present | undefined
    /** When it turns over, in milliseconds. */
    readonly delay: number | undefined
    readonly events: NoteEvents
  }) => {
    const t = useText()
    const sameId = `same-${item.id}`
    const style: CSSProperties = {
      ...((isLoose || shift) && { transform: `translate(${x + (shift?.x ?? 0)}px, ${y + (shift?.y ?? 0)}px)` }),
      ...(delay !== undefined && { animationDelay: `${delay}ms` }),
    }
    return (
      <li
        ref={events.measure}
        className={joinClasses(
          styles.note,
          isLoose && styles.loose,
          mayMove && styles.movable,
          shift && styles.held,
          isCarried && styles.carried,
          isTarget && styles.target,
          delay !== undefined && styles.turned,
        )}
        style={style}
        dir={dir}
        data-note={item.id}
        data-held={shift ? '' : undefined}
      >
        {holder && (
          <span className={joinClasses(styles.holder, colourClass(holder.colour))}>
            <bdi translate="no">{holder.name}</bdi>
          </span>
        )}
        {same && (
          <VisuallyHidden>
            <span id={sameId}>{t('merge.count', { count: same.length })}</span>
          </VisuallyHidden>
        )}
        {!isEditing && (
          <button
            type="button"
            className={styles.grip}
            tabIndex={isReached ? 0 : -1}
            aria-label={holder ? t('wall.held', { text: item.text, name: holder.name }) : item.text}
            aria-describedby={joinClasses(same && sameId, mayMove && 'wall-keys') || undefined}
            onPointerDown={(event) => events.press(item.id, event)}
            onKeyDown={(event) => events.key(item.id, event)}
            onFocus={() => events.focus(item.id)}
            onClick={({ detail, currentTarget }) => {
              // A press without a pointer, as by voice or a screen reader.
              if (detail === 0 && mayMove && !holder) openMoveList(currentTarget.parentElement)
            }}
          />
        )}
        <Note
          item={item}
          isOwn={isOwn}
          same={same}
          tabIndex={-1}
          instead={
            isEditing ? (
              <NoteEditor
                text={item.text}
                label={t('own.edit')}
                onSave={(text) => events.save(item, text)}
                onCancel={() => events.edit(undefined)}
              />
            ) : undefined
          }
          actions={
            !isEditing && (
              <span className={styles.actions}>
                {mayEdit && (
                  <OwnActions
                    item={item}
                    tabIndex={-1}
                    onEdit={() => events.edit(item.id)}
                    onWithdraw={() => events.withdraw(item)}
                  />
                )}
                {mayMove && !mayEdit && <ItemSecondLine item={item} isOwn={isOwn} tabIndex={-1} />}
                {!mayMove && <SpotlightAction item={item} tabIndex={-1} />}
                {mayMove && !holder && (
                  <MoveSelect
                    item={item}
                    clusters={clusters}
                    look="dots"
                    takesFocus={false}
                    mayMakeNew={mayMakeNew}
                    tabIndex={-1}
                    onMove={(target) => events.move(item.id, target)}
                    same={same}
                    onOpen={onOpen}
                  />
                )}
              </span>
            )
          }
        />
      </li>
    )
  },
)
