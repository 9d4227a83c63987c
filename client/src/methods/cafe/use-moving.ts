import type { StepPart } from '@roundel/shared/session'
import { useState } from 'react'
import { readClock } from '../../session/clock.ts'
import { useNow } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'

/** So long people finish their thought, and then look at where they go, before they are moved anyway. */
const FINISH_SECONDS = 20
const LOOK_SECONDS = 20

/** Where somebody is on their way: they finish a thought, are shown their next table, or are there. */
export interface Moving {
  readonly stage: 'finishing' | 'looking' | 'there'
  /** Until the next of the three. */
  readonly seconds: number
  /** Goes on to the next of the three at once. */
  readonly goOn: () => void
}

/**
 * How far one's own move is. It begins with the phase, by the server's clock where that runs, so that who comes late or
 * loads the page anew does not begin again.
 */
export const useMoving = (): Moving => {
  const { step, own, me, view, isMoving } = useCafe()
  const now = useNow(isMoving)
  const [begun, setBegun] = useState(() => ({ epoch: step.epoch, at: now - passedBefore(step, now) }))
  const [skipped, setSkipped] = useState({ epoch: step.epoch, seconds: 0 })
  if (begun.epoch !== step.epoch) setBegun({ epoch: step.epoch, at: now - passedBefore(step, now) })
  const ahead = skipped.epoch === step.epoch ? skipped.seconds : 0
  const passed = Math.max(0, Math.round((now - begun.at) / 1_000)) + ahead
  const isStaying = own?.place !== undefined && view.before[me.seat] === own.place.table
  const hasSeat = own?.place !== undefined
  if (passed < FINISH_SECONDS) {
    const seconds = FINISH_SECONDS - passed
    return { stage: 'finishing', seconds, goOn: () => setSkipped({ epoch: step.epoch, seconds: ahead + seconds }) }
  }
  const seconds = FINISH_SECONDS + LOOK_SECONDS - passed
  const goOn = (): void => setSkipped({ epoch: step.epoch, seconds: ahead + LOOK_SECONDS })
  const isThere = !hasSeat || isStaying || own.place?.arrived === true || seconds <= 0
  return { stage: isThere ? 'there' : 'looking', seconds, goOn }
}

/** How much of a phase is over, in milliseconds, as its clock says; nothing where no clock runs. */
const passedBefore = (step: StepPart, now: number): number => {
  const reading = readClock(step.clock, now)
  const planned = (step.phases.find(({ key }) => key === step.phase)?.minutes ?? 0) * 60
  switch (reading.state) {
    case 'running':
    case 'paused':
      return Math.max(0, planned - reading.seconds) * 1_000
    case 'over':
      return (planned + reading.seconds) * 1_000
    case 'off':
      return 0
  }
}
