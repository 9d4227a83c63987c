import { LIMITS } from '@roundel/shared/kernel'
import { encodeAwareness } from './awareness-message.ts'
import type { Frames } from './frames.ts'
import { awarenessMessage } from './outbound.ts'
import { encodeAbsence, encodeMember, type PresenceMember } from './presence-member.ts'

/** Stock clients send back what they hear, message by message: each must fit the limit for what they may send. */
const MESSAGE_BYTES = (LIMITS.awarenessBytes * 3) / 4

const composeMessages = (entries: readonly Uint8Array[]): readonly Frames[] => {
  const messages: Frames[] = []
  let group: Uint8Array[] = []
  let bytes = 0
  for (const entry of entries) {
    if (group.length > 0 && bytes + entry.length > MESSAGE_BYTES) {
      messages.push(awarenessMessage(encodeAwareness(group)))
      group = []
      bytes = 0
    }
    group.push(entry)
    bytes += entry.length
  }
  if (group.length > 0) messages.push(awarenessMessage(encodeAwareness(group)))
  return messages
}

const pushAll = (member: PresenceMember, messages: readonly Frames[]): void => {
  for (const message of messages) member.outbox.push(message)
}

const entryFor = (viewer: PresenceMember, about: PresenceMember): Uint8Array =>
  viewer.circle === about.circle ? encodeMember(about) : encodeAbsence(about)

/** Tells people about each other: within a circle, never about oneself, and to the slow only the newest. */
export interface PresenceRelay {
  /** What others see of this one is new. */
  readonly mark: (member: PresenceMember) => void
  /** Shows everybody in the circle of this one to it. */
  readonly introduce: (member: PresenceMember) => void
  /** Takes this one and all others of its circle out of each other's sight. */
  readonly part: (member: PresenceMember) => void
  /** Puts what is new into the outboxes. */
  readonly spread: () => void
}

export const openPresenceRelay = (members: ReadonlySet<PresenceMember>): PresenceRelay => {
  const changed = new Set<PresenceMember>()

  const othersAround = (member: PresenceMember): readonly PresenceMember[] =>
    [...members].filter((other) => other !== member && other.circle === member.circle)

  /** Messages by circle: what everybody gets who is not told about themselves. */
  const composeShared = (): ReadonlyMap<string, readonly Frames[]> =>
    new Map(
      [...Map.groupBy(changed, ({ circle }) => circle)].map(([circle, group]) => [
        circle,
        composeMessages(group.map(encodeMember)),
      ]),
    )

  const tell = (viewer: PresenceMember, shared: ReadonlyMap<string, readonly Frames[]>): void => {
    const isSlow = viewer.outbox.backlog() > LIMITS.backlogPresenceBytes
    if (!isSlow && viewer.missed.size === 0 && !changed.has(viewer))
      return pushAll(viewer, shared.get(viewer.circle) ?? [])
    for (const about of changed) if (about !== viewer && about.circle === viewer.circle) viewer.missed.add(about)
    if (isSlow) return undefined
    pushAll(viewer, composeMessages([...viewer.missed].map((about) => entryFor(viewer, about))))
    return viewer.missed.clear()
  }

  return {
    mark: (member) => void changed.add(member),
    introduce: (member) => {
      const shown = othersAround(member).filter((other) => other.shown)
      // A client that comes back remembers the last clock of each id and takes only what is newer.
      for (const other of shown) other.clock++
      pushAll(member, composeMessages(shown.map(encodeMember)))
    },
    part: (member) => {
      const others = othersAround(member)
      pushAll(member, composeMessages(others.filter((other) => other.shown).map(encodeAbsence)))
      if (!member.shown) return
      const absence = composeMessages([encodeAbsence(member)])
      for (const other of others) pushAll(other, absence)
    },
    spread: () => {
      const shared = composeShared()
      for (const viewer of members) tell(viewer, shared)
      changed.clear()
    },
  }
}
