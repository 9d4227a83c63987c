import type { Cluster, Item, Link, Place } from '@roundel/shared/board'
import { ITEM_KINDS, ITEM_STATES, LINK_TYPES, RELATIONS, groupDuplicates, polarityOf } from '@roundel/shared/board'
import type { SeatId, TableId } from '@roundel/shared/kernel'
import {
  type CafeRecord,
  LANGUAGES,
  ROLES,
  SIDES,
  type Seat,
  type Session,
  type Step,
  listCafes,
  planOf,
  spentMs,
  workPart,
} from '@roundel/shared/session'
import * as v from 'valibot'

const id = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())
const optionalText = v.exactOptional(v.string())
const place = v.strictTuple([v.number(), v.number()])

const ChallengeExport = v.strictObject({
  text: v.string(),
  who: optionalText,
  what: optionalText,
  why: optionalText,
  translations: v.exactOptional(v.record(v.string(), v.string())),
})

/** A session as a file for people and programs. A field that is added keeps the number; one that changes raises it. */
export const SessionExport = v.strictObject({
  format: v.literal('roundel-session'),
  version: v.literal(1),
  exportedAt: moment,
  session: v.strictObject({
    id,
    title: v.string(),
    language: v.picklist(LANGUAGES),
    createdAt: moment,
    state: v.picklist(['lobby', 'live', 'ended']),
    challenge: ChallengeExport,
    challengeHistory: v.array(v.strictObject({ at: moment, challenge: ChallengeExport })),
    /** What the colours of notes meant. */
    colours: v.exactOptional(v.record(v.string(), v.string())),
  }),
  agenda: v.array(
    v.strictObject({
      id,
      kind: v.string(),
      title: optionalText,
      question: optionalText,
      names: v.picklist(['hidden', 'shown']),
      /** How long its phases are planned for; `planned` where that was longer before. */
      minutes: v.number(),
      planned: v.exactOptional(v.number()),
      state: v.picklist(['planned', 'live', 'done', 'skipped']),
      /** When it first began, and how long it has been live, minutes. */
      begunAt: v.exactOptional(moment),
      spent: v.exactOptional(v.number()),
      /** What those who lead set up for its method. In their files alone. */
      settings: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
  ),
  people: v.array(
    v.strictObject({
      id,
      name: v.string(),
      role: v.picklist(ROLES),
      side: v.picklist(SIDES),
      department: optionalText,
      place: optionalText,
    }),
  ),
  clusters: v.array(
    v.strictObject({
      id,
      step: id,
      title: v.string(),
      colour: optionalText,
      icon: optionalText,
      at: v.exactOptional(place),
    }),
  ),
  items: v.array(
    v.strictObject({
      id,
      kind: v.picklist(ITEM_KINDS),
      /** Where it says how things would become worse, so that nothing takes it for a proposal. */
      polarity: v.exactOptional(v.literal('negative')),
      step: id,
      text: v.string(),
      lang: v.string(),
      /** What it says in another language. */
      second: v.exactOptional(v.strictObject({ lang: v.string(), text: v.string() })),
      state: v.picklist(ITEM_STATES),
      cluster: v.exactOptional(id),
      colour: optionalText,
      /** Where it stands on the wall, in no group. */
      at: v.exactOptional(place),
      late: v.exactOptional(v.literal(true)),
      /** Whose it is, only where names were shown. */
      author: v.exactOptional(id),
      table: v.exactOptional(id),
      round: v.exactOptional(v.number()),
    }),
  ),
  links: v.array(
    v.strictObject({
      id,
      type: v.picklist(LINK_TYPES),
      from: id,
      to: id,
      text: optionalText,
      relation: v.exactOptional(v.picklist(RELATIONS)),
    }),
  ),
  /** Cafés: their tables, who sat where, and what hosts handed on, where the reader may see that. */
  cafes: v.exactOptional(
    v.array(
      v.strictObject({
        step: id,
        tables: v.array(
          v.strictObject({
            id,
            name: v.string(),
            host: v.exactOptional(id),
            question: optionalText,
            place: optionalText,
          }),
        ),
        rounds: v.array(v.array(v.strictObject({ table: id, host: v.exactOptional(id), travellers: v.array(id) }))),
        handover: v.array(v.strictObject({ table: id, round: v.number(), lines: v.array(v.string()) })),
        /** What the rounds came to, in numbers. */
        figures: v.exactOptional(v.record(v.string(), v.unknown())),
      }),
    ),
  ),
  /** What methods keep of their steps besides items, by step, as everybody sees it. */
  work: v.exactOptional(v.record(id, v.unknown())),
})
export type SessionExport = v.InferOutput<typeof SessionExport>

/** Items that were merged, by the id of the one that stands for them. */
export const mergedIn = ({
  items,
  links,
}: SessionExport): ReadonlyMap<string, readonly SessionExport['items'][number][]> =>
  groupDuplicates(new Map(items.map((item) => [item.id, item])), links)

/** The ideas that turn a negative one round, by its id, each in the order of the file; of ideas, what they turn round. */
export const turnedIn = ({
  items,
  links,
}: SessionExport): ReadonlyMap<string, readonly SessionExport['items'][number][]> => {
  const pairs = links.flatMap(({ type, from, to }) => (type === 'inverts' ? [[from, to] as const] : []))
  const turned = new Map<string, Set<string>>()
  for (const [from, to] of pairs) {
    turned.set(from, (turned.get(from) ?? new Set()).add(to))
    turned.set(to, (turned.get(to) ?? new Set()).add(from))
  }
  return new Map([...turned].map(([id, others]) => [id, items.filter((item) => others.has(item.id))]))
}

/** How many people said of an item that it is done already; 0 where nobody did, and where nobody was asked. */
export const admittedIn =
  ({ work }: SessionExport): ((item: SessionExport['items'][number]) => number) =>
  (item) => {
    const kept = v.safeParse(Admitted, work?.[item.step])
    return kept.success ? (kept.output.admitted?.[item.id] ?? 0) : 0
  }

const Admitted = v.object({ admitted: v.optional(v.record(v.string(), v.number())) })
/** What led to an item, in the words that stand on the board, by its id. */
export const sourcesIn = ({ items, links }: SessionExport): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map(items.flatMap(({ id: item, state, text }) => (state === 'published' ? [[item, text]] : [])))
  const sources = new Map<string, string[]>()
  for (const { type, from, to } of links) {
    const text = type === 'inspired-by' ? texts.get(to) : undefined
    if (text !== undefined) sources.set(from, [...(sources.get(from) ?? []), text])
  }
  return sources
}

/** What an export is made from. Clusters, items and links are those that the person may see. */
export interface ExportSource {
  readonly session: Session
  readonly items: Iterable<Item>
  readonly clusters: Iterable<Cluster>
  readonly links: Iterable<Link>
  /** Whose item it is, as the server knows. */
  readonly ownerOf: (item: Item) => SeatId | undefined
  /** What the hosts of a table handed on in a round, where the person may see it. */
  readonly handoverOf?: (table: TableId, round: number) => readonly string[] | undefined
  readonly now: number
  /** Whether it is for somebody who leads, and knows what was set up. */
  readonly leads?: boolean
}

const asMoment = (time: number): string => new Date(time).toISOString()

/** The object without the fields that are undefined. */
const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>
  }

const asPlace = ([x, y]: Place): [number, number] => [x, y]

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const minutesOf = (step: Step): number => planOf(step).reduce((sum, phase) => sum + phase.minutes, 0)

const exportSeat = ({ id: seat, name, role, side, department, place }: Seat) =>
  present({ id: seat, name, role, side, department, place })

const exportWork = (session: Session): Pick<SessionExport, 'work'> => {
  const work = workPart(session, 'seated')
  return work ? { work: Object.fromEntries(Object.entries(work).map(([step, { data }]) => [step, data])) } : {}
}

const exportCafe = (
  { step, tables, rounds, figures }: CafeRecord,
  handoverOf: ExportSource['handoverOf'],
): NonNullable<SessionExport['cafes']>[number] =>
  present({
    step,
    tables: tables.map(({ id: table, name, host, question, place }) =>
      present({ id: table, name, host, question, place }),
    ),
    rounds: rounds.map((round) =>
      round.map(({ table, host, travellers }) => present({ table, host, travellers: [...travellers] })),
    ),
    handover: rounds.flatMap((_, nth) =>
      tables.flatMap(({ id: table }) => {
        const lines = (handoverOf?.(table, nth + 1) ?? []).filter((line) => line.trim() !== '')
        return lines.length > 0 ? [{ table, round: nth + 1, lines }] : []
      }),
    ),
    figures: figures && { ...figures },
  })

/** The names of tables, by their ids: where several cafés have taken place, each has its own. */
export const tablesIn = ({ cafes = [] }: SessionExport): ReadonlyMap<string, string> =>
  new Map(cafes.flatMap(({ tables }) => tables.map(({ id: table, name }) => [table, name])))

/** Reading order of clusters on the wall: from top to bottom, then from left to right; the unplaced last. */
const compareClusters = (left: Cluster, right: Cluster): number => {
  const [leftX, leftY] = left.at ?? [Infinity, Infinity]
  const [rightX, rightY] = right.at ?? [Infinity, Infinity]
  if (leftY !== rightY) return leftY - rightY
  return leftX === rightX ? compare(left.id, right.id) : leftX - rightX
}

/**
 * The file that an export writes: the order is that of the agenda, of the clusters on the wall, and of the items in them.
 */
export const exportSession = ({
  session,
  items,
  clusters,
  links,
  ownerOf,
  handoverOf,
  now,
  leads = false,
}: ExportSource): SessionExport => {
  const steps = new Map(session.agenda.map((step, index) => [step.id, { step, index }]))
  const stepIndex = (step: string): number => steps.get(step as Step['id'])?.index ?? steps.size
  const orderedClusters = [...clusters].sort((a, b) => stepIndex(a.step) - stepIndex(b.step) || compareClusters(a, b))
  const clusterIndex = new Map(orderedClusters.map((cluster, index) => [cluster.id, index]))
  const placeOf = (item: Item): number => (item.cluster === undefined ? -1 : (clusterIndex.get(item.cluster) ?? -1))
  const orderedItems = [...items].sort(
    (a, b) =>
      stepIndex(a.step) - stepIndex(b.step) ||
      placeOf(a) - placeOf(b) ||
      compare(a.rank, b.rank) ||
      compare(a.id, b.id),
  )
  const cafes = listCafes(session).map((cafe) => exportCafe(cafe, handoverOf))
  const authorOf = (item: Item) => (steps.get(item.step)?.step.names === 'shown' ? ownerOf(item) : undefined)
  return {
    format: 'roundel-session',
    version: 1,
    exportedAt: asMoment(now),
    session: {
      id: session.id,
      title: session.title,
      language: session.language,
      createdAt: asMoment(session.createdAt),
      state: session.position.state,
      challenge: session.challenge as SessionExport['session']['challenge'],
      challengeHistory: session.challengeHistory.map(({ at, challenge }) => ({
        at: asMoment(at),
        challenge: challenge as SessionExport['session']['challenge'],
      })),
      ...(session.colours && { colours: session.colours as Record<string, string> }),
    },
    agenda: session.agenda.map((step) =>
      present({
        id: step.id,
        kind: step.kind,
        title: step.title,
        question: step.question,
        names: step.names,
        minutes: minutesOf(step),
        planned: step.planned,
        state: step.state,
        begunAt: step.spent && asMoment(step.spent.begunAt),
        spent: step.spent && Math.round(spentMs(step, now) / 6_000) / 10,
        settings: leads ? { ...step.settings } : undefined,
      }),
    ),
    people: Object.values(session.seats)
      .filter((seat) => seat.state === 'seated' && seat.role !== 'screen')
      .map(exportSeat),
    clusters: orderedClusters.map(({ id: cluster, step, title, colour, icon, at }) =>
      present({ id: cluster, step, title, colour, icon, at: at && asPlace(at) }),
    ),
    items: orderedItems.map((item) =>
      present({
        id: item.id,
        kind: item.kind,
        polarity: polarityOf(item.kind) === 'negative' ? ('negative' as const) : undefined,
        step: item.step,
        text: item.text,
        lang: item.lang,
        second: item.second,
        state: item.state,
        cluster: item.cluster,
        colour: item.colour,
        at: item.at && asPlace(item.at),
        late: item.late,
        author: authorOf(item),
        table: item.table,
        round: item.round,
      }),
    ),
    links: [...links]
      .sort((a, b) => compare(a.id, b.id))

      .map(({ id: link, type, from, to, text, relation }) => present({ id: link, type, from, to, text, relation })),
    ...(cafes.length > 0 && { cafes }),
    ...exportWork(session),
  }
}
