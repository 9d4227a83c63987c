import { type Cluster, type Item, type Link, type Place, polarityOf } from '@roundel/shared/board'
import type { SeatId, TableId } from '@roundel/shared/kernel'
import {
  type CafeRecord,
  type Seat,
  type Session,
  type Step,
  listCafes,
  planOf,
  spentMs,
  workPart,
} from '@roundel/shared/session'
import type { SessionExport } from './session-file.ts'

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
