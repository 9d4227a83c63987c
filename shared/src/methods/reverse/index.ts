import { defineMethod } from '../method.ts'
import { ReverseSettings, reversePhases } from './settings.ts'
import { reverseWorkings } from './workings.ts'

export * from './admissions.ts'
export * from './coverage.ts'
export * from './dealing.ts'
export * from './negation.ts'
export * from './question.ts'
export type { ReverseOwn, ReverseView } from './reverse-view.ts'

/**
 * Reverse brainstorming: everyone writes in silence how things would become worse; then all of it is opened, people say
 * what of it is done already, and turn it round into ideas. Only these are grouped.
 *
 * It can begin from causes, to make them stronger, and from ideas, to find out how they fail.
 */
export const reverse = defineMethod({
  id: 'reverse',
  settings: ReverseSettings,
  workings: reverseWorkings,
  prompts: { kinds: ['cause', 'idea', 'question'], most: 6, wants: 'disputed' },
  phases: reversePhases,
  shows: ({ turn, turned }) => ({ turn, ...(turned !== undefined && { turned }) }),
  takes: ['idea'],
  input: ({ earlier }) => earlier,
  takesOver: { frame: 1, earlier: 'all' },
})
