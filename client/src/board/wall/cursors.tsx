import { type RefObject, useEffect, useRef } from 'react'
import { useCursors } from '../../sync/room-context.ts'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { placeOf } from './drag.ts'
import { type Point, toWall } from './geometry.ts'
import styles from './cursors.module.css'

/** A pointer that rests so long is not shown to others any more. */
const REST_MS = 12_000
/** So far around one's own pointer no other is drawn, in pixels: to the left and above, to the right and below. */
const CLEAR = { before: 150, behind: 40 } as const

/** Whether another's pointer, with the name beside it, would lie under one's own. */
export const isUnder = (own: Point, other: Point): boolean =>
  own.x - other.x > -CLEAR.behind &&
  own.x - other.x < CLEAR.before &&
  own.y - other.y > -CLEAR.behind &&
  own.y - other.y < 2 * CLEAR.behind

/**
 * Where others point, each with a name; and says where this person does. Only where names are shown. They lie in the
 * wall's layer, take no press, and never lie under one's own pointer.
 */
export const Cursors = ({
  scroller,
  layer,
  scale,
  speaks,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly layer: RefObject<HTMLElement | null>
  readonly scale: number
  /** Whether this person's own pointer is told. */
  readonly speaks: boolean
}) => {
  const { others, say } = useCursors(true)
  const list = useRef<HTMLDivElement>(null)
  const own = useRef<Point>(undefined)

  const clear = (): void => {
    for (const cursor of list.current?.children ?? []) {
      const { x, y } = cursor.getBoundingClientRect()
      cursor.toggleAttribute('data-under', own.current !== undefined && isUnder(own.current, { x, y }))
    }
  }
  useEffect(clear)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const leave = (): void => {
      clearTimeout(rest)
      own.current = undefined
      if (speaks) say(undefined)
    }
    const move = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return
      own.current = { x: event.clientX, y: event.clientY }
      clear()
      const origin = layer.current?.getBoundingClientRect()
      if (!speaks || !origin) return
      say(placeOf(toWall(own.current, { x: origin.left, y: origin.top }, scale)))
      clearTimeout(rest)
      rest = setTimeout(() => say(undefined), REST_MS)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    addEventListener('blur', leave)
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      removeEventListener('blur', leave)
      leave()
    }
  }, [scroller, layer, scale, speaks, say])

  return (
    <div ref={list} aria-hidden="true">
      {others.map(
        ({ seat, name, colour, cursor, drag }) =>
          cursor &&
          // Who holds a note is named on the note.
          !drag && (
            <div
              key={seat}
              className={joinClasses(styles.cursor, colourClass(colour))}
              style={{ transform: `translate(${cursor[0]}px, ${cursor[1]}px) scale(${1 / scale})` }}
            >
              <svg className={styles.arrow} width="16" height="18" viewBox="0 0 16 18">
                <path d="M1 1v14l4-3.6h6z" />
              </svg>
              <span className={styles.name}>
                <ColourMark colour={colour} size={8} />
                <bdi translate="no">{name}</bdi>
              </span>
            </div>
          ),
      )}
    </div>
  )
}
