import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { KeyboardEvent } from 'react'
import { directionOfKey } from './arrows.ts'
import { findNeighbour } from './geometry.ts'
import type { Carrying } from './use-carry.ts'
import type { NoteFocus } from './use-note-focus.ts'
import type { Scene } from './use-scene.ts'
import { openMoveList } from './wall-note.tsx'

/** What keys do on a note: go to others, pick up, open its list of groups, correct it. */
export const noteKeys =
  ({
    scene: { layout, items },
    carrying,
    focus,
    mayMove,
    mayEdit,
    onEdit,
  }: {
    readonly scene: Scene
    readonly carrying: Carrying
    readonly focus: NoteFocus
    readonly mayMove: (item: Item) => boolean
    readonly mayEdit: (item: Item) => boolean
    readonly onEdit: (item: ItemId) => void
  }) =>
  (id: ItemId, event: KeyboardEvent<HTMLElement>): void => {
    const item = items.get(id)
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return
    if (carrying.isCarried(id)) return carrying.key(item, event)
    const direction = directionOfKey(event)
    const goTo = (next: ItemId | undefined): void => {
      event.preventDefault()
      if (next) focus.goTo(next)
    }
    if (direction) goTo(findNeighbour(layout.notes, id, direction))
    else if (event.key === 'Home') goTo([...items.keys()][0])
    else if (event.key === 'End') goTo([...items.keys()].at(-1))
    else if (event.key === ' ') {
      event.preventDefault()
      carrying.begin(item)
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      if (mayEdit(item)) onEdit(id)
    } else if (event.code === 'KeyM' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault()
      if (mayMove(item)) openMoveList(event.currentTarget.parentElement)
    }
  }
