import * as v from 'valibot'
import { ITEM_KINDS, isJudgeable } from '../../board/index.ts'
import { defineMethod } from '../method.ts'
import { minutes } from '../minutes.ts'
import { groupPhase } from '../rights.ts'
import { selection } from '../selection.ts'

/** Putting together what earlier steps brought: all of it that may be judged, or what the named steps did of it. */
export const group = defineMethod({
  id: 'group',
  settings: v.strictObject({
    steps: v.optional(selection(1), 'all'),
    group: minutes(10),
  }),
  phases: (plan) => [groupPhase(plan.group)],
  takes: ITEM_KINDS.filter(isJudgeable),
  input: ({ steps }) => steps,
})
