import { type JumpingChance, openJumpingChance } from '../../testing/jumping-chance.ts'

/**
 * Server time that stands still until it is made to jump, so that nothing lapses while a table is gone through. Can be
 * turned back to the time of a moment that is kept.
 */
export interface StandingChance extends JumpingChance {
  readonly turnTo: (now: number) => void
}

export const openStandingChance = (): StandingChance => {
  const chance = openJumpingChance()
  let now = chance.now()
  return {
    ...chance,
    now: () => now,
    turnTo: (moment) => {
      now = moment
    },
    jump: (ms) => {
      now += ms
      chance.jump(ms)
    },
  }
}
