import type { Clock } from './clock.ts'
import type { PresenceMember } from './presence-member.ts'

/** Stock clients forget whom they have not heard of for 30 s. */
const FORGOTTEN_MS = 30_000
const EVERY_MS = 10_000

/** Whoever still says that they are there is shown again now and then. */
export interface Renewal {
  /** Begins, where it has not. It ends by itself when nobody is left. */
  readonly start: () => void
  readonly stop: () => void
}

/**
 * Renews all at once, in a rhythm of its own. Were each one shown again when they speak, everyone would hear when they
 * do something, also where what they do is hidden: an item that comes just then would be theirs.
 */
export const openRenewal = (
  { now, after }: Clock,
  members: ReadonlySet<PresenceMember>,
  renew: (members: readonly PresenceMember[]) => void,
): Renewal => {
  let cancel: (() => void) | undefined

  const run = (): void => {
    cancel = undefined
    if (members.size === 0) return
    cancel = after(EVERY_MS, run)
    renew([...members].filter(({ shown, takenAt }) => shown && now() - takenAt < FORGOTTEN_MS))
  }

  return {
    start: () => {
      cancel ??= after(EVERY_MS, run)
    },
    stop: () => {
      cancel?.()
      cancel = undefined
    },
  }
}
