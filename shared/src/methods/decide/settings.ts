import * as v from 'valibot'
import { minutes } from '../minutes.ts'
import { selection } from '../selection.ts'

export const DecideSettings = v.strictObject({
  /** The steps whose ideas can be chosen. */
  earlier: v.optional(selection(), 'all'),
  decide: minutes(10),
})
export type DecideSettings = v.InferOutput<typeof DecideSettings>
