import { type Item, type Link, RELATIONS, type Relation } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'
import { listInspirations, provenanceOf } from './provenance.ts'

/** How one stimulus fares. */
export interface StimulusFigures {
  readonly stimulus: ItemId
  readonly associations: number
  /** Connections that begin or end at it or at one of its associations. */
  readonly connections: number
  /** Ideas that go back to it. */
  readonly ideas: number
}

/** How random associations go, from what is published: for those who lead. Nothing in it tells who wrote what. */
export interface Figures {
  readonly stimuli: readonly StimulusFigures[]
  /** Ideas that go back to nothing that was drawn. */
  readonly free: number
  readonly relations: Readonly<Record<Relation, number>>
}

/** Counts what the published items of a step say; stimuli in the order in which they are given. */
export const countFigures = (
  items: readonly Pick<Item, 'id' | 'kind' | 'state'>[],
  links: readonly Link[],
): Figures => {
  const published = new Map(items.flatMap((item) => (item.state === 'published' ? [[item.id, item] as const] : [])))
  const inspirations = listInspirations(links)
  const origins = new Map(
    [...published.keys()].map((id) => [id, provenanceOf(id, inspirations, (at) => published.get(at))]),
  )
  const connections = links.filter(
    ({ type, from, to }) => type === 'associates' && published.has(from) && published.has(to),
  )
  const listKind = (kind: Item['kind']) => [...published.values()].filter((item) => item.kind === kind)
  const goesBackTo = (id: ItemId, stimulus: ItemId): boolean =>
    id === stimulus || origins.get(id)?.stimuli.includes(stimulus) === true
  const ideas = listKind('idea')
  const associations = listKind('association')
  return {
    stimuli: listKind('stimulus').map(({ id: stimulus }) => ({
      stimulus,
      associations: associations.filter(({ id }) => goesBackTo(id, stimulus)).length,
      connections: connections.filter(({ from, to }) => goesBackTo(from, stimulus) || goesBackTo(to, stimulus)).length,
      ideas: ideas.filter(({ id }) => goesBackTo(id, stimulus)).length,
    })),
    free: ideas.filter(({ id }) => origins.get(id)?.free).length,
    relations: countRelations(connections),
  }
}

const countRelations = (connections: readonly Link[]): Readonly<Record<Relation, number>> => {
  const counts = Object.fromEntries(RELATIONS.map((relation) => [relation, 0])) as Record<Relation, number>
  // A connection that names no relation is of another one.
  for (const { relation = 'other' } of connections) counts[relation]++
  return counts
}
