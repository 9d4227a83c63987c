import type { Phase, Policies } from './phase.ts'

/** Nobody but those who lead the session does anything on the board. */
export const NO_RIGHTS: Policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' }

/** The phase in which everyone puts together what belongs together. */
export const groupPhase = (minutes: number): Phase => ({
  key: 'group',
  minutes,
  policies: { ...NO_RIGHTS, edit: 'own', place: 'all', group: 'all' },
  // In a large room everyone places, and a few make the groups: else there are as many groups as people.
  crowd: { above: 20, named: 3, policies: { group: 'some' } },
})
