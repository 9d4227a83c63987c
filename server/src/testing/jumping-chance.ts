import { type Chance, openSystemChance } from '../sessions/chance.ts'

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** Time of this machine that can jump ahead: whatever falls due on the way happens at once. */
export interface JumpingChance extends Chance {
  readonly jump: (ms: number) => void
}

export const openJumpingChance = (): JumpingChance => {
  const system = openSystemChance()
  const timers = new Set<Timer>()
  let ahead = 0
  const now = (): number => performance.now() + ahead

  const fire = (timer: Timer): void => {
    if (timers.delete(timer)) timer.run()
  }

  return {
    ...system,
    now: () => system.now() + ahead,
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
    jump: (ms) => {
      ahead += ms
      for (const timer of [...timers].sort((a, b) => a.due - b.due)) if (timer.due <= now()) fire(timer)
    },
  }
}
