import { LIMITS } from '../../kernel/index.ts'
import { defineMethod } from '../method.ts'
import { NO_RIGHTS } from '../rights.ts'
import { defineWorkings } from '../workings.ts'
import { DECIDE_COMMANDS } from './commands/index.ts'
import { takeUpOpen } from './open-actions.ts'
import { replaceSeat } from './replace-seat.ts'
import { DecideSettings } from './settings.ts'
import { type DecideWork, NOTHING_DECIDED } from './state.ts'
import { dropAnswers } from './temperature.ts'
import { viewDecide, viewOwnDecide } from './view.ts'

export { dayOf, monthAfter } from '../day.ts'
export * from './action.ts'
export { addAction, changeAction, reviewAction, withAction } from './changes.ts'
export { type Fate, fatesOf } from './fates.ts'
export * from './open-actions.ts'
export * from './state.ts'
export { trialsOf } from './trials.ts'
export type { Lack } from './lacks.ts'
export type * from './view.ts'

/**
 * Deciding: whoever decides chooses of what was voted on, says why, and everybody's concerns are kept beside it; then who does
 * what until when. What earlier sessions left open is looked at first.
 */
export const decide = defineMethod({
  id: 'decide',
  settings: DecideSettings,
  phases: (plan) => [{ key: 'decide', minutes: plan.decide, policies: NO_RIGHTS }],
  takes: ['idea'],
  input: ({ earlier }) => earlier,
  workings: defineWorkings<DecideWork, DecideSettings>()({
    commands: DECIDE_COMMANDS,
    enter: (work, { scored, openActions }) => {
      const before = work ?? NOTHING_DECIDED
      const found = scored?.()
      const earlier = takeUpOpen(before.earlier, openActions?.() ?? []).slice(0, LIMITS.earlierActions)
      return { state: { ...before, ...(found && { scored: found }), earlier }, writes: [] }
    },
    leave: dropAnswers,
    view: (work, _settings, viewer) => viewDecide(work, viewer),
    mine: (work, _settings, seat, { decides = false }) => viewOwnDecide(work, seat, decides),
    replaceSeat,
  }),
})
