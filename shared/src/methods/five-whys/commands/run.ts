import * as v from 'valibot'
import { omit } from '../../../kernel/index.ts'
import { WHY_PHASES } from '../tree.ts'
import { Day, changed, defineWhy } from './command.ts'

/** Puts the run aside until checks are done, perhaps for days. Checks and evidence still come in. */
export const pauseRun = defineWhy({
  type: 'pause-run',
  fields: { until: v.optional(Day) },
  phases: WHY_PHASES,
  whilePaused: true,
  may: ({ leads }) => leads,
  decide: (tree, { until }) => changed({ ...tree, paused: { ...(until !== undefined && { until }) } }),
})

/** Goes on with a run where it was put aside. */
export const resumeRun = defineWhy({
  type: 'resume-run',
  fields: {},
  phases: WHY_PHASES,
  whilePaused: true,
  may: ({ leads }) => leads,
  decide: (tree) => changed(omit(tree, 'paused')),
})
