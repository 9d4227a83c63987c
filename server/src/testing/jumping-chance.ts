import { type Chance, openSystemChance } from '../sessions/chance.ts'

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** Time of this machine that can jump ahead: whatever falls due on the way happens at once. */
export interface JumpingChance extends Chance {
  readonly jump: (ms: number) => void
  /**
   * From now on time passes by jumps alone, so that what a second allows is not more on a slow machine. What was to happen
   * later still happens when this machine has come so far.
   */
  readonly stand: () => void
}

export const openJumpingChance = (): JumpingChance => {
  const system = openSystemChance()
  const timers = new Set<Timer>()
  let ahead = 0
  let stood: { readonly system: number; readonly clock: number } | undefined
  const now = (): number => (stood?.clock ?? performance.now()) + ahead

  const fire = (timer: Timer): void => {
    if (timers.delete(timer)) timer.run()
  }

  return {
    ...system,
    now: () => (stood?.system ?? system.now()) + ahead,
    clock: {
      now,
      after: (ms, run) => {
        const timer = { due: now() + ms, run }
        timers.add(timer)
        const cancel = system.clock.after(ms, () => fire(timer))
        return () => {
          timers.delete(timer)
          cancel()
        }
      },
    },
    stand: () => {
      if (stood) return
      // Whole milliseconds, so that what is due after some of them is due exactly then: parts of one do not add up.
      stood = { system: Math.ceil(system.now() + ahead), clock: Math.ceil(now()) }
      ahead = 0
    },
    jump: (ms) => {
      ahead += ms
      for (const timer of [...timers].sort((a, b) => a.due - b.due)) if (timer.due <= now()) fire(timer)
    },
  }
}
