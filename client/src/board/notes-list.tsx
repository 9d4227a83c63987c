import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type AnimationEvent, memo, useEffect, useRef, useState } from 'react'
import { joinClasses } from '../ui/classes.ts'
import { ItemSecondLine } from './item-second-line.tsx'
import actions from './note-actions.module.css'
import { Note } from './note.tsx'
import styles from './notes-list.module.css'
import { NotesWall } from './notes-wall.tsx'
import { OwnNote } from './own-note.tsx'
import { SpotlightAction } from './spotlight-action.tsx'
import { turnDelay } from './turn-delay.ts'
import { useGrowing } from './use-growing.ts'

/** So many are drawn at first, and turn over. */
const AT_FIRST = 200

const NoteRow = memo(
  ({
    item,
    isOwn,
    same,
    delay,
  }: {
    readonly item: Item
    readonly isOwn: boolean
    readonly same: readonly Item[] | undefined
    readonly delay: number | undefined
  }) => (
    <li
      data-item={item.id}
      tabIndex={-1}
      className={joinClasses(delay !== undefined && styles.turned)}
      style={delay === undefined ? undefined : { animationDelay: `${delay}ms` }}
    >
      {isOwn ? (
        <OwnNote item={item} />
      ) : (
        <Note
          item={item}
          isOwn={false}
          same={same}
          actions={
            <span className={actions.actions}>
              <ItemSecondLine item={item} isOwn={false} />
              <SpotlightAction item={item} />
            </span>
          }
        />
      )}
    </li>
  ),
)

/**
 * Items as notes side by side. Drawn anew only when they change, and each note only when it changes. With `turns` they turn over one after the other,
 * once, when they are first seen. `focusOn` is a note that the focus is to go to.
 */
export const NotesList = memo(
  ({
    label,
    items,
    own,
    duplicates,
    turns = false,
    focusOn,
  }: {
    readonly label: string
    readonly items: readonly Item[]
    readonly own: ReadonlySet<ItemId>
    /** What was merged into which of them. */
    readonly duplicates?: ReadonlyMap<ItemId, readonly Item[]>
    readonly turns?: boolean
    readonly focusOn?: ItemId | undefined
  }) => {
    const list = useRef<HTMLUListElement>(null)
    const [isTurning, setIsTurning] = useState(turns)
    const wanted = focusOn ? items.findIndex(({ id }) => id === focusOn) + 1 : 0
    const limit = Math.max(useGrowing(items.length, AT_FIRST), wanted)
    const turning = isTurning ? Math.min(items.length, AT_FIRST) : 0
    useEffect(() => {
      if (focusOn) list.current?.querySelector<HTMLElement>(`[data-item="${focusOn}"]`)?.focus()
    }, [focusOn])
    // Nothing turns where it is not seen, for instance behind another tab: then it does when it is.
    const stopTurning = ({ target, currentTarget }: AnimationEvent<HTMLUListElement>): void => {
      if (target === currentTarget.children[turning - 1]) setIsTurning(false)
    }
    return (
      <NotesWall ref={list} label={label} onAnimationEnd={isTurning ? stopTurning : undefined}>
        {items.slice(0, limit).map((item, index) => (
          <NoteRow
            key={item.id}
            item={item}
            isOwn={own.has(item.id)}
            same={duplicates?.get(item.id)}
            delay={index < turning ? turnDelay(index, turning) : undefined}
          />
        ))}
      </NotesWall>
    )
  },
)
