import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { KeyboardEvent } from 'react'
import { isFixedPressed } from '../../keys/fixed-keys.ts'
import { isPressed } from '../../keys/pressed.ts'
import type { OpenPanel } from '../move-select.tsx'
import { directionOfKey } from './arrows.ts'
import { findNeighbour } from './geometry.ts'
import type { Carrying } from './use-carry.ts'
import type { NoteFocus } from './use-note-focus.ts'
import type { Scene } from './use-scene.ts'
import { openMoveList, turnDuplicates } from './wall-note.tsx'

/** What keys do on a note: go to others, pick up, open its list of groups, correct it. */
export const noteKeys =
  ({
    scene: { layout, items },
    carrying,
    focus,
    mayMove,
    mayEdit,
    onEdit,
    onOpen,
    onSame,
  }: {
    readonly scene: Scene
    readonly carrying: Carrying
    readonly focus: NoteFocus
    readonly mayMove: (item: Item) => boolean
    readonly mayEdit: (item: Item) => boolean
    readonly onEdit: (item: ItemId) => void
    readonly onOpen: OpenPanel
    /** What says the same as a note was unfolded. */
    readonly onSame: (item: ItemId) => void
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
    else if (isFixedPressed('ends', event)) goTo([...items.keys()].at(event.key === 'Home' ? 0 : -1))
    else if (isFixedPressed('pick-up', event)) {
      event.preventDefault()
      carrying.begin(item)
    } else if (isFixedPressed('edit', event) || event.key === 'Enter') {
      event.preventDefault()
      if (mayEdit(item) && !event.shiftKey) onEdit(id)
      else if (turnDuplicates(event.currentTarget.parentElement)) onSame(id)
    } else if (isPressed('merge-note', event.nativeEvent)) {
      event.preventDefault()
      if (mayMove(item)) onOpen?.merge?.(item)
    } else if (isPressed('colour-note', event.nativeEvent)) {
      event.preventDefault()
      if (mayMove(item)) onOpen?.colour?.(item)
    } else if (isPressed('list-of-groups', event.nativeEvent) || isFixedPressed('menu', event)) {
      event.preventDefault()
      if (mayMove(item)) openMoveList(event.currentTarget.parentElement)
    }
  }
