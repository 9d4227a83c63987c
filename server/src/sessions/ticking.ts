import { nextTick, tick } from '@roundel/shared/session'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** Makes happen what time alone brings about: armed presses, and chances that lapse. */
export interface Ticking {
  /** Does what is due now, in its turn among the commands. */
  readonly run: () => Promise<void>
  /** Looks again when something is due to happen. */
  readonly schedule: () => void
  readonly stop: () => void
}

export const openTicking = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  { now, clock }: Pick<Chance, 'now' | 'clock'>,
): Ticking => {
  let cancel: (() => void) | undefined
  let isStopped = false

  const perform = async (): Promise<void> => {
    if (isStopped) return
    const decision = tick(core.ahead(), core.circumstances())
    if (!decision) return
    const missing = core.documents.missing(decision.writes)
    if (missing.length > 0) {
      await Promise.all(missing.map(core.documents.open))
      return perform()
    }
    const moves = decision.session.position !== core.ahead().position
    await core.change({ ...decision, ...(moves && { log: { seat: 'server', type: 'tick' } }) })
  }

  const run = (): Promise<void> => inTurn(perform)

  const schedule = (): void => {
    cancel?.()
    const due = nextTick(core.ahead())
    if (due === undefined || isStopped) return
    cancel = clock.after(Math.max(0, due - now()), () => {
      // A failure to store ends the room, which says so itself.
      run().then(schedule, () => undefined)
    })
  }

  return {
    run,
    schedule,
    stop: () => {
      isStopped = true
      cancel?.()
    },
  }
}
