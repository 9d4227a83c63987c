import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { directionOfKey } from './arrows.ts'
import { type Carry, carryOn, pickUp, targetOf } from './carry.ts'
import { placeOf } from './drag.ts'
import type { WallActs } from './model.ts'
import { findLooseRoom } from './room.ts'
import type { Drops } from './use-drops.ts'
import type { Aim, Hands } from './use-pointer-drag.ts'
import type { Scene } from './use-scene.ts'
import { useTaken } from './use-taken.ts'
import type { Words } from './use-words.ts'

/** Carrying one note by keys. Every step of it is said. */
export const useCarry = ({
  scene: { layout, items },
  acts,
  hands,
  drops,
  words: { sayTarget, sayPlace },
}: {
  readonly scene: Scene
  readonly acts: WallActs | undefined
  readonly hands: Hands
  readonly drops: Drops
  readonly words: Words
}) => {
  const t = useText()
  const announce = useAnnounce()
  const [before, setCarry] = useState<Carry>()
  const carry = before && acts && items.has(before.item) ? before : undefined
  const target = carry && targetOf(carry)
  const aim: Aim | undefined = carry && target && { item: carry.item, target }

  const letGo = (): void => {
    setCarry(undefined)
    hands.say?.(undefined)
  }
  const hold = useTaken(items, letGo)

  const begin = (item: Item): void => {
    const holder = hands.drags.get(item.id)
    if (holder) return announce(t('wall.held-by', { name: holder.name }), 'assertive')
    if (!acts?.mayMove(item)) return announce(t('wall.not-movable'), 'assertive')
    hold(item)
    setCarry(pickUp(layout, item.id, findLooseRoom(layout, item.id), acts.mayGroup))
    const box = layout.notes.get(item.id)
    if (box) hands.say?.({ item: item.id, at: placeOf(box) })
    announce(t('wall.picked-up', { place: sayPlace(item) }), 'assertive')
  }
  const stop = (): void => {
    hold(undefined)
    letGo()
  }
  /** A key on the note that is carried. */
  const key = (item: Item, event: KeyboardEvent<HTMLElement>): void => {
    const direction = directionOfKey(event)
    if (direction && carry) {
      event.preventDefault()
      const next = carryOn(carry, direction)
      const reached = targetOf(next)
      if (next === carry || !reached) return
      setCarry(next)
      announce(sayTarget(reached, item), 'assertive')
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      stop()
      if (target) drops.drop(item, target, 'assertive')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      stop()
      announce(t('wall.cancelled', { place: sayPlace(item) }), 'assertive')
    }
  }
  const isCarried = (id: ItemId): boolean => carry?.item === id
  return {
    aim,
    isCarried,
    begin,
    stop,
    key,
    drop: () => {
      hold(undefined)
      setCarry(undefined)
    },
  }
}

export type Carrying = ReturnType<typeof useCarry>
