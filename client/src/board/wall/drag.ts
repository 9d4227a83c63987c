import type { Place } from '@roundel/shared/board'
import { placeOnWall } from '@roundel/shared/board'
import { type Point, scrollSpeed, toWall } from './geometry.ts'

/** How far a mouse or pen moves before it drags, how long a finger rests, and how far it may stray meanwhile. */
const START_PX = 4
const LONG_PRESS_MS = 300
const STRAY_PX = 8

/** What a drag needs to know of the wall, asked anew every time. */
export interface DragHost {
  readonly scroller: () => HTMLElement | null
  readonly layer: () => HTMLElement | null
  readonly scale: () => number
  /** It has been picked up. */
  readonly onPickUp: () => void
  /** It is here now: the pointer, and its upper left corner. */
  readonly onMove: (pointer: Point, corner: Point) => void
  readonly onDrop: (pointer: Point, corner: Point) => void
  readonly onCancel: () => void
}

/** A press that is or may become a drag. */
export interface Drag {
  readonly isPickedUp: () => boolean
  readonly cancel: () => void
}

export const placeOf = ({ x, y }: Point): Place => placeOnWall(x, y)

/**
 * Follows a press on an element until it is let go. Only the element's transform is written meanwhile; what the drag
 * means is told to the host. Escape, a second finger and a lost pointer cancel it.
 */
export const beginDrag = (press: PointerEvent, element: HTMLElement, at: Point, host: DragHost): Drag => {
  const isTouch = press.pointerType === 'touch'
  const start: Point = { x: press.clientX, y: press.clientY }
  const before = element.style.transform
  let latest = start
  let grip: Point | undefined
  let frame = 0
  let isOver = false

  const origin = (): Point => {
    const { left, top } = host.layer()?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return { x: left, y: top }
  }
  const locate = (): { readonly pointer: Point; readonly corner: Point } => {
    const pointer = toWall(latest, origin(), host.scale())
    return { pointer, corner: { x: pointer.x - (grip?.x ?? 0), y: pointer.y - (grip?.y ?? 0) } }
  }
  // What is dropped is what was shown last: when the page shifts under a pointer that rests, the drop does not.
  let shown = { pointer: at, corner: at }
  const draw = (): void => {
    shown = locate()
    const { pointer, corner } = shown
    element.style.transform = `translate(${corner.x - at.x}px, ${corner.y - at.y}px) ${before}`
    host.onMove(pointer, corner)
  }
  const scroll = (): void => {
    const scroller = host.scroller()
    if (scroller) {
      const { left, right, top, bottom } = scroller.getBoundingClientRect()
      const [dx, dy] = [scrollSpeed(latest.x, left, right), scrollSpeed(latest.y, top, bottom)]
      if (dx !== 0 || dy !== 0) {
        scroller.scrollBy(dx, dy)
        draw()
      }
    }
    frame = requestAnimationFrame(scroll)
  }
  const pickUp = (): void => {
    const pointer = toWall(start, origin(), host.scale())
    grip = { x: pointer.x - at.x, y: pointer.y - at.y }
    element.dataset['dragging'] = ''
    host.onPickUp()
    frame = requestAnimationFrame(scroll)
    draw()
  }
  const timer = isTouch ? setTimeout(pickUp, LONG_PRESS_MS) : undefined

  const end = (): void => {
    isOver = true
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    element.style.transform = before
    delete element.dataset['dragging']
    for (const stop of stops) stop()
  }
  const cancel = (): void => {
    if (isOver) return
    end()
    if (grip) host.onCancel()
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return
    latest = { x: event.clientX, y: event.clientY }
    const far = Math.hypot(latest.x - start.x, latest.y - start.y)
    if (grip) draw()
    // A finger that moves at once scrolls.
    else if (isTouch && far > STRAY_PX) cancel()
    else if (!isTouch && far > START_PX) pickUp()
  }
  const release = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId || isOver) return
    end()
    if (grip) host.onDrop(shown.pointer, shown.corner)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    cancel()
  }
  const second = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) cancel()
  }
  const leave = (event: Event): void => {
    // Of the window; those of its parts pass here too.
    if (event.target === window) cancel()
  }
  // A long press would open a menu, or mark the text.
  const menu = (event: Event): void => event.preventDefault()

  const listen = <Type extends keyof WindowEventMap>(
    type: Type,
    hear: (event: WindowEventMap[Type]) => void,
  ): (() => void) => {
    addEventListener(type, hear, true)
    return () => removeEventListener(type, hear, true)
  }
  const stops = [
    listen('pointermove', move),
    listen('pointerup', release),
    listen('pointercancel', cancel),
    listen('pointerdown', second),
    listen('keydown', key),
    listen('blur', leave),
    ...(isTouch ? [listen('contextmenu', menu)] : []),
  ]
  return { isPickedUp: () => grip !== undefined && !isOver, cancel }
}
