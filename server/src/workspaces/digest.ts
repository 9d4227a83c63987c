import { DAY_MS, type ItemId, asId } from '@roundel/shared/kernel'
import type { trialsOf } from '@roundel/shared/methods'
import { listDecided, takesPart } from '@roundel/shared/session'
import type { SessionDigest } from '@roundel/shared/workspace'
import type { PastSession } from './stored-past.ts'
import type { Spot } from './ways.ts'

/** When a session took place: its beginning, else for when it is planned, else when it was made. */
export const momentOf = ({ session }: Pick<PastSession, 'session'>): number => {
  const begun = session.agenda.flatMap(({ spent }) => (spent ? [spent.begunAt] : []))
  return begun.length > 0 ? Math.min(...begun) : (session.plannedAt ?? session.createdAt)
}

/** How many ideas were voted on before what was decided in a session, and how many of these were chosen. */
const countChosen = ({ session }: Pick<PastSession, 'session'>): Pick<SessionDigest, 'scored' | 'chosen'> => {
  const decided = listDecided(session).filter(({ work }) => work.decision.decided !== undefined)
  const scored = new Set(decided.flatMap(({ work }) => (work.scored?.places ?? []).map(({ item }) => item)))
  const chosen = new Set(decided.flatMap(({ work }) => work.decision.chosen).filter((item) => scored.has(item)))
  return { scored: scored.size, chosen: chosen.size }
}

/** What sessions tell of each other: when a client first said what something goes back to, and when an action was tried. */
export interface Across {
  readonly heardOf: (spot: Spot) => number | undefined
  readonly triedAt: ReturnType<typeof trialsOf>
}

/** Ideas by what was decided on: a group stands for what lies in it. */
const ideasOf = ({ items }: PastSession, chosen: ItemId): readonly ItemId[] =>
  items.has(chosen)
    ? [chosen]
    : [...items.values()].flatMap(({ id, cluster, state }) =>
        state === 'published' && cluster !== undefined && asId<'item'>(cluster) === chosen ? [id] : [],
      )

/** How far what was decided goes back to what clients said. A group does where one of its ideas does. */
const countHeard = (
  past: PastSession,
  { heardOf, triedAt }: Across,
): Pick<SessionDigest, 'decided' | 'heard' | 'trialDays'> => {
  const { session } = past
  const heardAt = (chosen: ItemId): number | undefined => {
    const moments = ideasOf(past, chosen).flatMap((item) => heardOf({ session: session.id, item }) ?? [])
    return moments.length > 0 ? Math.min(...moments) : undefined
  }
  const works = listDecided(session).map(({ work }) => work)
  const decided = new Set(works.flatMap(({ decision }) => (decision.decided ? decision.chosen : [])))
  const tried = new Map<ItemId, number>()
  for (const { id, items } of works.flatMap(({ actions }) => actions)) {
    const at = triedAt({ session: session.id, action: id })
    if (at === undefined) continue
    for (const item of items) tried.set(item, Math.min(at, tried.get(item) ?? Infinity))
  }
  return {
    decided: decided.size,
    heard: [...decided].filter((chosen) => heardAt(chosen) !== undefined).length,
    trialDays: [...tried].flatMap(([item, at]) => {
      const heard = heardAt(item)
      // What was noted only after the trial did not lead to it.
      const days = heard === undefined ? -1 : Math.floor(at / DAY_MS) - Math.floor(heard / DAY_MS)
      return days < 0 ? [] : [days]
    }),
  }
}

/** A session in figures, and no person. `across` knows of the sessions of its workspace, this one among them. */
export const digestOf = (past: PastSession, across: Across): SessionDigest => {
  const { session, items } = past
  const present = Object.values(session.seats).filter((seat) => seat.state === 'seated' && takesPart(seat))
  return {
    id: session.id,
    title: session.title,
    state: session.position.state,
    at: momentOf(past),
    people: present.length,
    ideas: [...items.values()].filter(({ kind, state }) => kind === 'idea' && state === 'published').length,
    ...countChosen(past),
    ...countHeard(past, across),
    steps: session.agenda.map(({ kind, state, begun }) => ({ kind, state, ...(begun && { begun }) })),
  }
}
