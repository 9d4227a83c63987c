import { findSeatingWanted, withSeating } from '@roundel/shared/session'
import type { Planner } from '../seating/planner.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/**
 * Works out the seating that a café waits for, one at a time: while people come and go the newest is worked out next, and
 * what nobody waits for any more is dropped. Rules that cannot wait work it out themselves.
 */
export interface SeatingPlans {
  /** Looks whether a seating is waited for. Resolves when none is any more. */
  readonly run: () => Promise<void>
  readonly stop: () => void
}

export const openSeatingPlans = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  {
    planner,
    onFault,
  }: {
    readonly planner: Planner
    /** Called with why a seating could not be worked out. It is tried again when something changes. */
    readonly onFault: (error: unknown) => void
  },
): SeatingPlans => {
  let isStopped = false
  let working: Promise<void> | undefined

  const work = async (): Promise<void> => {
    for (let wanted = findSeatingWanted(core.ahead()); wanted && !isStopped; wanted = findSeatingWanted(core.ahead())) {
      const { job } = wanted
      const found = await planner(job)
      if (!found.ok) throw new Error(`a seating cannot be worked out: ${found.error.code}`)
      const plan = found.value
      const done = wanted
      await inTurn(async () => {
        if (isStopped) return
        const session = withSeating(core.ahead(), done, plan)
        if (session !== core.ahead()) await core.change({ session })
      })
    }
  }

  return {
    run: async () => {
      if (isStopped || working || !findSeatingWanted(core.durable())) return
      working = work()
      try {
        await working
      } catch (error) {
        if (!isStopped) onFault(error)
      } finally {
        working = undefined
      }
    },
    stop: () => {
      isStopped = true
    },
  }
}
