import { type Item, type ItemKind, type Place, isJudgeable, placeAt, placeOnWall, rankAt } from '../board/index.ts'
import {
  type ClusterId,
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type StepId,
  asId,
  clipText,
  fail,
  ok,
  refusal,
} from '../kernel/index.ts'
import { methodOf } from '../methods/index.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'
import type { Origin, Session, Step } from './session.ts'

/** Something that comes onto the board from outside: of an earlier session, of a conversation, of a table. */
export interface Brought {
  readonly kind: ItemKind
  readonly text: string
  readonly lang: string
  /** The name of the group that it stands in. */
  readonly group?: string
  readonly origin?: Origin
}

/** What asks for an answer: a step that takes such items begins from them. */
const ASKING: readonly ItemKind[] = ['insight', 'question']

const CLUSTERS_IN_ROW = 4
const CLUSTER_CELL = { width: 780, height: 480, rows: 4 } as const

const placeCluster = (index: number): Place =>
  placeOnWall(
    (index % CLUSTERS_IN_ROW) * CLUSTER_CELL.width,
    (Math.floor(index / CLUSTERS_IN_ROW) % CLUSTER_CELL.rows) * CLUSTER_CELL.height,
  )

/** Whether people work on items in such a step, rather than talk or rest. */
const isWorkedIn = ({ kind }: Pick<Step, 'kind'>): boolean =>
  methodOf(kind).takes.length > 0 ||
  methodOf(kind)
    .plan({})
    .some(({ policies }) => policies.kinds.length > 0)

/**
 * The steps that can take what is brought, in their order: the live one, and those to come in which people work on items;
 * where there is no such step, all that are to come.
 */
export const listHomes = <Planned extends Pick<Step, 'kind' | 'state'>>(
  agenda: readonly Planned[],
): readonly Planned[] => {
  const open = agenda.filter(({ state }) => state === 'live' || state === 'planned')
  const fitting = open.filter((step) => step.state === 'live' || isWorkedIn(step))
  return fitting.length > 0 ? fitting : open
}

/** The step that takes what is brought where nobody chose one: the live one, else the first that people work in. */
const homeOf = ({ agenda, position }: Session): Step | undefined =>
  position.state === 'live' ? agenda.find(({ id }) => id === position.step) : listHomes(agenda)[0]

const isSameOrigin = (one: Origin, other: Origin): boolean =>
  one.type === 'item'
    ? other.type === 'item' && one.session === other.session && one.item === other.item
    : other.type === 'contact' && one.contact === other.contact && one.line === other.line

/** The session whose step, still to come, begins from these too, as far as its method takes them. */
const withPrompts = (session: Session, home: Step, items: readonly Item[]): Session => {
  const wanted = methodOf(home.kind).prompts
  if (!wanted || home.state !== 'planned' || home.prompts === 'brought') return session
  const asking = items.filter(({ kind }) => ASKING.includes(kind) && wanted.kinds.includes(kind)).map(({ id }) => id)
  const prompts = [...(home.prompts ?? []), ...asking].slice(0, wanted.most)
  if (asking.length === 0) return session
  return { ...session, agenda: session.agenda.map((step) => (step.id === home.id ? { ...step, prompts } : step)) }
}

/**
 * Puts things onto the board that nobody here wrote, in their order, with a group for each name that stands with them. They
 * are nobody's, and stand in the step that was chosen, else in the live one or the first one to come that people work in;
 * a step to come begins from the questions and insights among them. What was brought from the same place before is left
 * out.
 *
 * Refuses with `ended` after the end, with `unknown` and `wrong-phase` for a chosen step that is not there or over, and with
 * `too-many` where the board has no place for all of them.
 */
export const bringIn = (
  session: Session,
  brought: readonly Brought[],
  { itemCount, newId }: Pick<Circumstances, 'itemCount' | 'newId'>,
  into?: StepId,
): Result<
  { readonly session: Session; readonly writes: readonly DocumentWrite[]; readonly items: readonly ItemId[] },
  Refusal
> => {
  const home = into === undefined ? homeOf(session) : session.agenda.find(({ id }) => id === into)
  if (session.position.state === 'ended') return fail(refusal('ended'))
  if (!home) return fail(refusal(into === undefined ? 'ended' : 'unknown'))
  if (home.state !== 'live' && home.state !== 'planned') return fail(refusal('wrong-phase'))
  const known = Object.values<Origin>(session.origins ?? {})
  const fresh = brought.filter(
    ({ origin }, index) =>
      !origin ||
      (!known.some((other) => isSameOrigin(origin, other)) &&
        !brought.slice(0, index).some((other) => other.origin && isSameOrigin(origin, other.origin))),
  )
  const count = itemCount()
  if (count + fresh.length > LIMITS.itemsPerBoard) {
    return fail(refusal('too-many', { most: LIMITS.itemsPerBoard, left: Math.max(0, LIMITS.itemsPerBoard - count) }))
  }
  const clusters = new Map<string, ClusterId>()
  const clusterOf = (name: string | undefined): ClusterId | undefined => {
    const title = clipText(name ?? '', LIMITS.titleCharacters)
    if (title === '') return undefined
    const cluster = clusters.get(title) ?? asId<'cluster'>(newId())
    clusters.set(title, cluster)
    return cluster
  }
  const items = fresh.map(({ kind, text, lang, group }, index): Item => {
    // What may not be judged stands in no group.
    const cluster = isJudgeable(kind) ? clusterOf(group) : undefined
    return {
      id: asId(newId()),
      kind,
      step: home.id,
      text,
      lang,
      rank: rankAt(count + index),
      at: placeAt(count + index),
      state: 'published',
      ...(cluster && { cluster }),
    }
  })
  const origins = items.flatMap(({ id }, index) => {
    const origin = fresh[index]?.origin
    return origin ? [[id, origin] as const] : []
  })
  const writes: readonly DocumentWrite[] = [
    ...[...clusters].map(([title, id], index): DocumentWrite => ({
      type: 'add-cluster',
      cluster: { id, step: home.id, title, at: placeCluster(index) },
    })),
    ...items.map((item): DocumentWrite => ({ type: 'add-item', item })),
  ]
  const next =
    origins.length > 0 ? { ...session, origins: { ...session.origins, ...Object.fromEntries(origins) } } : session
  return ok({ session: withPrompts(next, home, items), writes, items: items.map(({ id }) => id) })
}
