import type { StepId } from '@roundel/shared/kernel'
import { useView, useViewPart } from '../sync/room-context.ts'

/** What a method shows of a step besides items, as its own view of its workings says; of the live step when none is named. */
export const useWork = <Shown>(step?: StepId): Shown | undefined => {
  const { work, step: live } = useView()
  const id = step ?? live?.id
  return id && (work?.[id]?.data as Shown | undefined)
}

/** What the method of the live step tells this person alone. */
export const useOwnWork = <Own>(): Own | undefined => useViewPart('me').work as Own | undefined
