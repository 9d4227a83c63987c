import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { useState } from 'react'
import { useBoard, useIsBoardSynced, useRecords } from '../sync/room-context.ts'
import { listOfStep, listPublished } from './items.ts'

/**
 * How far the items of a step have come to this device. On a slow connection the session opens them before they are here;
 * the session's own count says how many there will be. Once all were here, one that goes does not make them incomplete.
 */
export const useArrival = (step: StepPart) => {
  const items = useRecords<Item>(useBoard()?.items)
  const isSynced = useIsBoardSynced()
  const here = listPublished(items).length
  const place = `${step.id} ${step.epoch}`
  const [completed, setCompleted] = useState<string>()
  const isComplete = completed === place || (isSynced && here > 0 && here >= step.counts.published)
  if (isComplete && completed !== place) setCompleted(place)
  const published = listOfStep(items, step)
  const missing = isComplete ? 0 : Math.max(0, step.counts.published - here)
  return { published, isSynced, isComplete, missing }
}
