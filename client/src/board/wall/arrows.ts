import type { ClusterId } from '@roundel/shared/kernel'
import type { KeyboardEvent } from 'react'
import type { Direction, Point } from './geometry.ts'
import type { Layout } from './layout.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The direction of an arrow key, as it looks: the wall is mirrored in no language. */
export const directionOfKey = ({ key }: Pick<KeyboardEvent, 'key'>): Direction | undefined => ARROWS[key]

const NUDGE = 40

/** Where an arrow on a cluster's head moves it, with Shift further; undefined for other keys. */
export const nudgeHead = (
  layout: Layout,
  cluster: ClusterId,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Point | undefined => {
  const direction = directionOfKey(event)
  const box = layout.clusters.get(cluster)?.box
  if (!direction || !box) return undefined
  const by = (event.shiftKey ? 5 : 1) * NUDGE
  const x = direction === 'left' ? -by : direction === 'right' ? by : 0
  const y = direction === 'up' ? -by : direction === 'down' ? by : 0
  return { x: box.x + x, y: box.y + y }
}
