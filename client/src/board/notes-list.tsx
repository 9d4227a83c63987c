import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type AnimationEvent, memo, useEffect, useRef, useState } from 'react'
import { joinClasses } from '../ui/classes.ts'
import { Note } from './note.tsx'
import styles from './notes-list.module.css'
import { NotesWall } from './notes-wall.tsx'
import { OwnNote } from './own-note.tsx'
import { turnDelay } from './turn-delay.ts'

const NoteRow = memo(
  ({ item, isOwn, delay }: { readonly item: Item; readonly isOwn: boolean; readonly delay: number | undefined }) => (
    <li
      data-item={item.id}
      tabIndex={-1}
      className={joinClasses(delay !== undefined && styles.turned)}
      style={delay === undefined ? undefined : { animationDelay: `${delay}ms` }}
    >
      {isOwn ? <OwnNote item={item} /> : <Note item={item} isOwn={false} />}
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
    turns = false,
    focusOn,
  }: {
    readonly label: string
    readonly items: readonly Item[]
    readonly own: ReadonlySet<ItemId>
    readonly turns?: boolean
    readonly focusOn?: ItemId | undefined
  }) => {
    const list = useRef<HTMLUListElement>(null)
    const [isTurning, setIsTurning] = useState(turns)
    useEffect(() => {
      if (focusOn) list.current?.querySelector<HTMLElement>(`[data-item="${focusOn}"]`)?.focus()
    }, [focusOn])
    // Nothing turns where it is not seen, for instance behind another tab: then it does when it is.
    const stopTurning = ({ target, currentTarget }: AnimationEvent<HTMLUListElement>): void => {
      if (target === currentTarget.lastElementChild) setIsTurning(false)
    }
    return (
      <NotesWall ref={list} label={label} onAnimationEnd={isTurning ? stopTurning : undefined}>
        {items.map((item, index) => (
          <NoteRow
            key={item.id}
            item={item}
            isOwn={own.has(item.id)}
            delay={isTurning ? turnDelay(index, items.length) : undefined}
          />
        ))}
      </NotesWall>
    )
  },
)
