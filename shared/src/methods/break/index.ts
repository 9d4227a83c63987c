import * as v from 'valibot'
import { defineMethod } from '../method.ts'
import { minutes } from '../minutes.ts'
import { NO_RIGHTS } from '../rights.ts'

/** A pause of everybody. */
export const pause = defineMethod({
  id: 'break',
  settings: v.strictObject({ break: minutes(5) }),
  phases: (plan) => [{ key: 'break', minutes: plan.break, policies: NO_RIGHTS }],
})
