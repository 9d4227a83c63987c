import * as v from 'valibot'
import { defineMethod } from '../method.ts'
import { minutes } from '../minutes.ts'
import { NO_RIGHTS } from '../rights.ts'

/** A conversation: nothing is written. With `round` everyone speaks once, in an order that chance decides. */
export const talk = defineMethod({
  id: 'talk',
  settings: v.strictObject({
    round: v.optional(v.boolean(), false),
    talk: minutes(10),
  }),
  phases: ({ round, talk: planned }) => [
    { key: 'talk', minutes: planned, policies: NO_RIGHTS, ...(round && { speaks: 'in-turn' }) },
  ],
  shows: ({ round }) => ({ round }),
})
