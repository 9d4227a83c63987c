import type { Cluster, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, memo } from 'react'
import { useText } from '../../i18n/text.ts'
import type { Present } from '../../sync/presence.ts'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { ItemSecondLine } from '../item-second-line.tsx'
import { MoveSelect, type MoveTarget } from '../move-select.tsx'
import { NoteEditor } from '../note-editor.tsx'
import { Note } from '../note.tsx'
import { OwnActions } from '../own-actions.tsx'
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

/** A note on the wall: a button to take hold of it, and what else can be done with it. */
export const WallNote = memo(
  ({
    item,
    at,
    shift,
    clusters,
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
    /** Where it stands; absent in a cluster, which lays it out. */
    readonly at: Point | undefined
    /** How far from there somebody else holds it now. */
    readonly shift: Point | undefined
    readonly clusters: readonly Cluster[]
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
    const x = (at?.x ?? 0) + (shift?.x ?? 0)
    const y = (at?.y ?? 0) + (shift?.y ?? 0)
    const style: CSSProperties = {
      ...((at || shift) && { transform: `translate(${x}px, ${y}px)` }),
      ...(delay !== undefined && { animationDelay: `${delay}ms` }),
    }
    return (
      <li
        ref={events.measure}
        className={joinClasses(
          styles.note,
          at && styles.loose,
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
        {!isEditing && (
          <button
            type="button"
            className={styles.grip}
            tabIndex={isReached ? 0 : -1}
            aria-label={holder ? t('wall.held', { text: item.text, name: holder.name }) : item.text}
            aria-describedby={mayMove ? 'wall-keys' : undefined}
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
            !isEditing &&
            (mayMove || mayEdit) && (
              <span className={styles.actions}>
                {mayEdit && (
                  <OwnActions
                    item={item}
                    tabIndex={-1}
                    onEdit={() => events.edit(item.id)}
                    onWithdraw={() => events.withdraw(item)}
                  />
                )}
                {!mayEdit && <ItemSecondLine item={item} isOwn={isOwn} tabIndex={-1} />}
                {mayMove && !holder && (
                  <MoveSelect
                    item={item}
                    clusters={clusters}
                    look="dots"
                    takesFocus={false}
                    mayMakeNew={mayMakeNew}
                    tabIndex={-1}
                    onMove={(target) => events.move(item.id, target)}
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
