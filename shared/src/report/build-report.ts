import { type Cluster, type Item, compareItems, groupItems, isJudgeable, polarityOf } from '../board/index.ts'
import { MINUTE_MS, asId } from '../kernel/index.ts'
import { type Session, facilitatorOf, minutesOf, plannedMinutesOf, spentMs, timingOf } from '../session/index.ts'
import type { ReportSource } from './report-source.ts'
import type { Report, ReportChosen, ReportStep } from './report.ts'
import { tellDecisions, textsById } from './tell-decisions.ts'
import { openTeller, textOf } from './tell-item.ts'
import { hasNames } from './tell-names.ts'
import { tellTables } from './tell-tables.ts'
import { tellDisputes, tellVotes } from './tell-votes.ts'
import { openWays } from './tell-way.ts'
import { tellWhys } from './tell-whys.ts'

/** Minutes with one decimal: half a minute matters in a step of three. */
const toMinutes = (ms: number): number => Math.round(ms / (MINUTE_MS / 10)) / 10

const tellCourse = (session: Session, now: number): readonly ReportStep[] =>
  session.agenda.map((step) => ({
    id: step.id,
    kind: step.kind,
    ...(step.title !== undefined && { title: step.title }),
    ...(step.question !== undefined && { question: step.question }),
    state: step.state,
    plannedMinutes: step.planned ?? minutesOf(step),
    ...(step.spent && { realMinutes: toMinutes(spentMs(step, now)) }),
  }))

/** Minutes after the planned time; none within a minute of it, nor where the session took place at quite another time. */
const latenessOf = (session: Session, startedAt: number): number | undefined => {
  const lateMs = startedAt - (session.plannedAt ?? startedAt)
  const isLate = lateMs >= MINUTE_MS && lateMs <= plannedMinutesOf(session) * MINUTE_MS
  return isLate ? toMinutes(lateMs) : undefined
}

const tellSession = (session: Session, isNaming: boolean, now: number): Report['session'] => {
  const { position } = session
  const { startedAt } = timingOf(session)
  const endedAt = position.state === 'ended' ? position.at : undefined
  const people = Object.values(session.seats).filter(
    ({ state, role }) => state === 'seated' && (role === 'participant' || role === 'co-facilitator'),
  )
  const lateBy = startedAt === undefined ? undefined : latenessOf(session, startedAt)
  const ledBy = isNaming ? facilitatorOf(session).name : undefined
  return {
    title: session.title,
    language: session.language,
    state: position.state,
    challenge: session.challenge,
    ...(startedAt !== undefined && { startedAt, minutes: toMinutes(Math.max(0, (endedAt ?? now) - startedAt)) }),
    ...(endedAt !== undefined && { endedAt }),
    plannedMinutes: plannedMinutesOf(session),
    ...(lateBy !== undefined && { lateBy }),
    // Whoever leads is one of them.
    people: people.length + 1,
    clients: people.filter(({ side }) => side === 'client').length,
    ...(ledBy !== undefined && { ledBy }),
    ...(session.colours && { colours: session.colours }),
  }
}

/** Reading order of groups: by step, from top to bottom, then from the start; the unplaced last. */
const compareGroups =
  (session: Session) =>
  (one: Cluster, other: Cluster): number => {
    const stepOf = ({ step }: Cluster): number => session.agenda.findIndex(({ id }) => id === step)
    const [oneX, oneY] = one.at ?? [Infinity, Infinity]
    const [otherX, otherY] = other.at ?? [Infinity, Infinity]
    const byPlace = oneY === otherY ? (oneX === otherX ? 0 : oneX - otherX) : oneY - otherY
    return stepOf(one) - stepOf(other) || byPlace || (one.id < other.id ? -1 : 1)
  }

/** What a session came to. The same source gives the same report. */
export const buildReport = (source: ReportSource): Report => {
  const { session, items, names, now } = source
  const tell = openTeller(source)
  const places = new Map(session.agenda.map(({ id }, index) => [id, index]))
  const byPlace = (one: Item, other: Item): number =>
    (places.get(one.step) ?? places.size) - (places.get(other.step) ?? places.size) || compareItems(one, other)
  const standing = items.filter(({ state }) => state === 'published' || state === 'parked').toSorted(byPlace)
  const ideas = standing.filter(({ kind }) => isJudgeable(kind) && kind !== 'cause')
  const groups = source.clusters.toSorted(compareGroups(session))
  const { members, loose } = groupItems(ideas, groups)
  const texts = textsById(items, source.clusters, textOf)
  const votes = tellVotes(source, texts)
  const wayOf = openWays(source)
  const byId = new Map<string, Item>(items.map((item) => [item.id, item]))
  const chosenOf = (id: string): ReportChosen | undefined => {
    const text = texts.get(id)
    return text && { ...text, id, ...wayOf(byId.get(id) ?? { id: asId<'cluster'>(id) }) }
  }
  return {
    format: 'roundel-report',
    version: 1,
    madeAt: now,
    session: tellSession(session, names === 'shown', now),
    names,
    hasNames: hasNames(session),
    ...tellDecisions(source, chosenOf),
    votes,
    disputes: tellDisputes(votes),
    groups: groups.flatMap(({ id, title, colour }) => {
      const inside = members.get(id) ?? []
      return inside.length > 0 ? [{ title, ...(colour && { colour }), ideas: inside.map(tell) }] : []
    }),
    // What lies on the cloth of a table and in no group is told there.
    loose: loose
      .filter(({ table }) => table === undefined)
      .toSorted(byPlace)
      .map(tell),
    worse: standing.filter(({ kind }) => polarityOf(kind) === 'negative').map(tell),
    whys: tellWhys(session, new Map(standing.map((item) => [item.id, item])), source.trails?.refuted),
    tables: tellTables(session, standing, tell),
    course: tellCourse(session, now),
  }
}
