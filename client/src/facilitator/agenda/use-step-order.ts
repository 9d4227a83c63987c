import type { StepId } from '@roundel/shared/kernel'
import { useLayoutEffect, useRef, useState } from 'react'
import { findBehind, reorder } from './step-order.ts'

/**
 * The order of the steps that are still to come, as this person has just made it: what was pressed is shown at once, and
 * stays until the server's own order comes. Moves are given one after the other, so that quick presses end where they were
 * meant to.
 */
export const useStepOrder = (
  planned: readonly StepId[],
  give: (step: StepId, before: StepId | undefined) => Promise<boolean>,
) => {
  const seen = planned.join(' ')
  const latest = useRef(seen)
  useLayoutEffect(() => {
    latest.current = seen
  })
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)
  const [wish, setWish] = useState<{ readonly order: readonly StepId[]; readonly seen: string | undefined }>()
  // Kept beside the state: while one drags, moves come between two drawings.
  const dragged = useRef<{ readonly order: readonly StepId[]; readonly step: StepId }>(undefined)
  const isHeld = wish && (wish.seen === undefined || wish.seen === seen)
  // Steps that came or went meanwhile: then the server's order is the only one that fits.
  const fits = wish?.order.length === planned.length && planned.every((id) => wish.order.includes(id))
  const order = wish && isHeld && fits ? wish.order : planned

  /** Shows a step elsewhere and tells nobody, while it is dragged. */
  const show = (from: number, to: number): void => {
    const base = dragged.current?.order ?? order
    const step = base[from]
    if (!step) return
    dragged.current = { order: reorder(base, from, to), step }
    setWish({ order: dragged.current.order, seen: undefined })
  }
  const tell = (steps: readonly StepId[], step: StepId): void => {
    waiting.current++
    setWish({ order: steps, seen: undefined })
    queue.current = queue.current.then(async () => {
      const isDone = await give(step, findBehind(steps, step))
      waiting.current--
      if (waiting.current === 0) setWish(isDone ? { order: steps, seen: latest.current } : undefined)
    })
  }
  return {
    order,
    show,
    /** Tells where the step that was shown elsewhere ended. */
    drop: (): void => {
      const shown = dragged.current
      dragged.current = undefined
      if (shown) tell(shown.order, shown.step)
    },
    /** Moves a step. */
    move: (from: number, to: number): void => {
      const step = order[from]
      if (step && to >= 0 && to < order.length && to !== from) tell(reorder(order, from, to), step)
    },
  }
}
