import * as v from 'valibot'
import { defineMethod } from '../method.ts'
import type { Policies } from '../phase.ts'

const nothing: Policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' }
const ideas = ['idea'] as const

const LONGEST = 240
const minutes = (standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST)), standard)

/**
 * Brainstorming: everyone writes in silence, then all ideas are opened at once, built on and grouped.
 *
 * Rules after Osborn (1953); silent writing first after the nominal group technique (Delbecq and Van de Ven 1971).
 */
export const brainstorm = defineMethod({
  id: 'brainstorm',
  settings: v.strictObject({
    /** `silent-first` writes before it reads; `free` writes openly from the start. */
    variant: v.optional(v.picklist(['silent-first', 'free']), 'silent-first'),
    /** The group's goal: ideas per person. Shown for the group, never per person. */
    goalPerPerson: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 8),
    frame: minutes(0),
    warmup: minutes(0),
    write: minutes(6),
    build: minutes(4),
    group: minutes(5),
  }),
  phases: ({ variant, ...plan }) => [
    { key: 'frame', minutes: plan.frame, policies: nothing },
    { key: 'warmup', minutes: plan.warmup, policies: nothing },
    {
      key: 'write',
      minutes: variant === 'free' ? 0 : plan.write,
      policies: { ...nothing, add: 'private', kinds: ideas },
    },
    {
      key: 'build',
      minutes: variant === 'free' ? Math.min(LONGEST, plan.write + plan.build) : plan.build,
      policies: { ...nothing, add: 'open', kinds: ideas, edit: 'own' },
      begins: 'reveal',
      deals: 'reading',
    },
    {
      key: 'group',
      minutes: plan.group,
      policies: { ...nothing, edit: 'own', place: 'all', group: 'all' },
      // In a large room everyone places, and a few make the groups: else there are as many groups as people.
      crowd: { above: 20, named: 3, policies: { group: 'some' } },
    },
  ],
  shows: ({ variant, goalPerPerson }) => ({ variant, goalPerPerson }),
})
