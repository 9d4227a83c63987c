import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'

/** No look is further away than this, whatever the sockets said when it was planned. */
const LONGEST_MS = 5_000

/** Looks after sockets that nothing happens on: breaks silences, and finds those that take no data. */
export interface Watch {
  /** Begins looking, unless it does already. Ends by itself when nobody is left. */
  readonly start: () => void
  readonly stop: () => void
}

export const openWatch = <Member extends { readonly outbox: Outbox }>(
  clock: Clock,
  members: ReadonlySet<Member>,
  onDead: (member: Member) => void,
): Watch => {
  let cancel: (() => void) | undefined

  const look = (): void => {
    cancel = undefined
    for (const member of members) if (!member.outbox.isAlive()) onDead(member)
    start()
  }

  const start = (): void => {
    if (cancel || members.size === 0) return
    const due = Math.min(...[...members].map(({ outbox }) => outbox.deadline())) - clock.now()
    cancel = clock.after(Math.min(Math.max(due, 1), LONGEST_MS), look)
  }

  return { start, stop: () => cancel?.() }
}
