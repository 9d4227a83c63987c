import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import type { Drag as SaidDrag, Present } from '../../sync/presence.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { type Drag, beginDrag, placeOf } from './drag.ts'
import type { WallActs } from './model.ts'
import { type Target, findTarget, isSameTarget } from './target.ts'
import type { Drops } from './use-drops.ts'
import { useLatest } from './use-latest.ts'
import type { Scene } from './use-scene.ts'
import { useTaken } from './use-taken.ts'

/** A note that is moved, and where it would go now. */
export interface Aim {
  readonly item: ItemId
  readonly target: Target
}

/** What is held by others, and the way to say what is held here. */
export interface Hands {
  readonly drags: ReadonlyMap<ItemId, Present>
  readonly say: ((drag: SaidDrag | undefined) => void) | undefined
}

/** Dragging notes, and clusters by their heads, with a mouse, a pen or a finger. */
export const usePointerDrag = ({
  scroller,
  layer,
  scale,
  scene,
  acts,
  hands,
  drops,
  onPickUp,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly layer: RefObject<HTMLElement | null>
  readonly scale: number
  readonly scene: Scene
  readonly acts: WallActs | undefined
  readonly hands: Hands
  readonly drops: Drops
  readonly onPickUp: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const drag = useRef<Drag>(undefined)
  const [aim, setAim] = useState<Aim>()
  const now = useLatest({ scene, drops })
  const hold = useTaken(scene.items, () => drag.current?.cancel())

  const hostOf = (pickUp: () => void) => ({
    scroller: () => scroller.current,
    layer: () => layer.current,
    scale: () => scale,
    onPickUp: pickUp,
  })
  const isPress = ({ button, isPrimary }: PointerEvent): boolean => button === 0 && isPrimary

  const press = (id: ItemId, event: PointerEvent<HTMLElement>): void => {
    const item = scene.items.get(id)
    const element = event.currentTarget.closest<HTMLElement>('[data-note]')
    const box = scene.layout.notes.get(id)
    if (!isPress(event) || !item || !element || !box || !acts?.mayMove(item)) return
    const holder = hands.drags.get(id)
    if (holder) return announce(t('wall.held-by', { name: holder.name }), 'assertive')
    const { mayGroup } = acts
    drag.current?.cancel()
    const finish = (): void => {
      hold(undefined)
      setAim(undefined)
      hands.say?.(undefined)
    }
    drag.current = beginDrag(event.nativeEvent, element, box, {
      ...hostOf(() => {
        hold(item)
        onPickUp()
      }),
      onMove: (pointer, corner) => {
        hands.say?.({ item: id, at: placeOf(corner) })
        const target = findTarget(now.current.scene.layout, id, pointer, corner, mayGroup)
        setAim((before) => {
          if (target.to === 'place') return undefined
          return before && isSameTarget(before.target, target) ? before : { item: id, target }
        })
      },
      onDrop: (pointer, corner) => {
        finish()
        const { layout, items } = now.current.scene
        const moved = items.get(id)
        if (moved) now.current.drops.drop(moved, findTarget(layout, id, pointer, corner, mayGroup), 'polite')
      },
      onCancel: finish,
    })
  }

  const pressHead = (id: ClusterId, event: PointerEvent<HTMLElement>): void => {
    const element = event.currentTarget.closest<HTMLElement>('[data-cluster]')
    const box = scene.layout.clusters.get(id)?.box
    const isOnControl = (event.target as Element).closest('input, button:not([data-grip])')
    if (!isPress(event) || isOnControl || !element || !box || !acts?.mayGroup) return
    drag.current?.cancel()
    drag.current = beginDrag(event.nativeEvent, element, box, {
      ...hostOf(() => undefined),
      onMove: () => undefined,
      onDrop: (_pointer, corner) => now.current.drops.moveHead(id, corner),
      onCancel: () => undefined,
    })
  }

  useEffect(() => {
    const element = scroller.current
    // A finger that holds a note does not scroll.
    const hold = (event: TouchEvent): void => {
      if (drag.current?.isPickedUp() && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', hold, { passive: false })
    return () => {
      element?.removeEventListener('touchmove', hold)
      drag.current?.cancel()
    }
  }, [scroller])
  const isOpen = acts !== undefined
  useEffect(() => {
    if (!isOpen) drag.current?.cancel()
  }, [isOpen])

  return { press, pressHead, aim }
}
