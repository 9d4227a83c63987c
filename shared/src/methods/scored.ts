import type { StepId } from '../kernel/index.ts'
import type { Placed } from '../scoring/order.ts'

/** What the nearest vote before a step came to: of each idea its place, the first ones first. */
export interface Scored {
  readonly step: StepId
  readonly places: readonly Placed[]
}
