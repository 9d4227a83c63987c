import * as v from 'valibot'
import { defineMethod } from '../method.ts'
import { LONGEST, minutes } from '../minutes.ts'
import { NO_RIGHTS, groupPhase } from '../rights.ts'
import { selection } from '../selection.ts'

const ideas = ['idea'] as const

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
    /** The steps whose ideas lie open beside the new ones. */
    earlier: v.optional(selection(), []),
    frame: minutes(0),
    warmup: minutes(0),
    write: minutes(6),
    build: minutes(4),
    group: minutes(5),
  }),
  phases: ({ variant, ...plan }) => [
    { key: 'frame', minutes: plan.frame, policies: NO_RIGHTS },
    { key: 'warmup', minutes: plan.warmup, policies: NO_RIGHTS },
    {
      key: 'write',
      minutes: variant === 'free' ? 0 : plan.write,
      policies: { ...NO_RIGHTS, add: 'private', kinds: ideas },
    },
    {
      key: 'build',
      minutes: variant === 'free' ? Math.min(LONGEST, plan.write + plan.build) : plan.build,
      policies: { ...NO_RIGHTS, add: 'open', kinds: ideas, edit: 'own' },
      begins: 'reveal',
      deals: 'reading',
    },
    groupPhase(plan.group),
  ],
  // What a step before found out is asked about beside the question itself, as many as are read at a glance.
  prompts: { kinds: ['cause', 'negative-idea', 'idea', 'insight', 'question'], most: 6, wants: 'best-and-disputed' },
  shows: ({ variant, goalPerPerson }) => ({ variant, goalPerPerson }),
  takes: ideas,
  input: ({ earlier }) => earlier,
  takesOver: { frame: 1, earlier: 'all' },
  resize: (settings, shorter) => {
    const { build } = shorter
    if (settings.variant !== 'free' || build === undefined) return { ...settings, ...shorter }
    // Written openly, `write` and `build` are one phase.
    const write = Math.min(settings.write, build)
    return { ...settings, ...shorter, write, build: build - write }
  },
})
