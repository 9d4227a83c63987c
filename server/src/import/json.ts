import {
  type Cluster,
  Colour,
  type Item,
  Lang,
  type Link,
  SecondLine,
  mayLink,
  placeAt,
  placeOnWall,
  rankAt,
} from '@roundel/shared/board'
import {
  LIMITS,
  type Refusal,
  type Result,
  asId,
  cleanLine,
  cleanText,
  clipText,
  fail,
  isId,
  ok,
  refusal,
} from '@roundel/shared/kernel'
import { isMethodId, methodOf } from '@roundel/shared/methods'
import { type DocumentWrite, type Session, type Step, planOf, readSettings } from '@roundel/shared/session'
import * as v from 'valibot'
import type { SavedContent } from './saved.ts'

/** What was not taken of a file, and why. */
export interface RefusedRow {
  readonly what: 'item' | 'link' | 'cluster' | 'step'
  /** Its place among its kind in the file, from 0. */
  readonly at: number
  readonly reason: 'empty' | 'too-long' | 'no-step' | 'no-end' | 'not-allowed' | 'withdrawn' | 'duplicate'
}

/** A file as it becomes part of a session: its steps, done already, and what is written on the board. */
export interface Restored {
  readonly session: Session
  readonly writes: readonly DocumentWrite[]
  readonly taken: { readonly steps: number; readonly items: number; readonly clusters: number; readonly links: number }
  readonly refused: readonly RefusedRow[]
}

const isRound = (round: number): boolean => Number.isInteger(round) && round >= 1 && round <= 99

const ICON = /^[a-z-]{1,30}$/

/**
 * A step of a file as one that is done. One whose method keeps more than items cannot be gone back to: what it kept is not
 * restored. A method that nobody knows here becomes a brainstorming, so that what was written in it is not lost.
 */
const restoreStep = (step: SavedContent['agenda'][number], id: Step['id']): Step => {
  const kind = isMethodId(step.kind) ? step.kind : 'brainstorm'
  const made = readSettings(kind, step.settings) ?? readSettings(kind)
  const title = clipText(cleanLine(step.title ?? (isMethodId(step.kind) ? '' : step.kind)), LIMITS.titleCharacters)
  const question = clipText(cleanText(step.question ?? ''), LIMITS.questionCharacters)
  const plain: Step = {
    id,
    kind,
    ...(title !== '' && { title }),
    ...(question !== '' && { question }),
    names: step.names,
    settings: made ?? {},
    state: 'done',
  }
  const last = planOf(plain).at(-1)?.key
  const isWhole = methodOf(kind).workings === undefined && last !== undefined
  return isWhole ? { ...plain, begun: true, left: last, reached: last } : plain
}

const optional = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined => {
  const read = v.safeParse(schema, value)
  return value !== undefined && read.success ? read.output : undefined
}

/**
 * Reads a session's own file into another session: items with their texts, languages, states, groups, places and links, in
 * the order of the file, under new ids, and nobody's. Its steps stand before all others and are done, so that later steps work
 * on what was written in them. Ballots, results, people and what methods kept are not restored.
 *
 * Refuses with `ended` after the end, and with `too-many` where board or agenda have no place for all of it.
 */
export const readSessionFile = (
  session: Session,
  file: SavedContent,
  { itemCount, newId }: { readonly itemCount: number; readonly newId: () => string },
): Result<Restored, Refusal> => {
  if (session.position.state === 'ended') return fail(refusal('ended', { at: session.position.at }))
  if (itemCount + file.items.length > LIMITS.itemsPerBoard) {
    return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
  }
  const refused: RefusedRow[] = []
  const used = new Set([...file.items.map(({ step }) => step), ...file.clusters.map(({ step }) => step)])
  const told = file.agenda.filter(({ id }) => used.has(id))
  if (session.agenda.length + told.length > LIMITS.agendaSteps) {
    return fail(refusal('too-many', { most: LIMITS.agendaSteps }))
  }
  const steps = new Map(told.map((step) => [step.id, restoreStep(step, asId(newId()))]))

  const clusters = new Map<string, Cluster>()
  for (const [at, { id, step, title, colour, icon, at: place }] of file.clusters.entries()) {
    const home = steps.get(step)
    if (!home) refused.push({ what: 'cluster', at, reason: 'no-step' })
    else {
      const known = optional(Colour, colour)
      clusters.set(id, {
        id: asId(newId()),
        step: home.id,
        title: clipText(cleanLine(title), LIMITS.titleCharacters),
        ...(known && { colour: known }),
        ...(icon !== undefined && ICON.test(icon) && { icon }),
        at: place ? placeOnWall(...place) : placeAt(at),
      })
    }
  }

  const items = new Map<string, Item>()
  for (const [at, item] of file.items.entries()) {
    const home = steps.get(item.step)
    const text = cleanText(item.text)
    const reason = !home
      ? 'no-step'
      : text === ''
        ? 'empty'
        : text.length > LIMITS.ideaCharacters
          ? 'too-long'
          : item.state === 'withdrawn'
            ? 'withdrawn'
            : items.has(item.id)
              ? 'duplicate'
              : undefined
    if (reason || !home) {
      refused.push({ what: 'item', at, reason: reason ?? 'no-step' })
      continue
    }
    const [second, colour] = [optional(SecondLine, item.second), optional(Colour, item.colour)]
    const cluster = item.cluster === undefined ? undefined : clusters.get(item.cluster)
    items.set(item.id, {
      id: asId(newId()),
      kind: item.kind,
      step: home.id,
      text,
      lang: optional(Lang, item.lang) ?? 'und',
      rank: rankAt(itemCount + at),
      at: item.at ? placeOnWall(...item.at) : placeAt(itemCount + at),
      state: item.state,
      ...(second && { second }),
      ...(colour && { colour }),
      ...(cluster && { cluster: cluster.id }),
      ...(item.late && { late: item.late }),
      ...(isId<'table'>(item.table) && { table: item.table }),
      ...(item.round !== undefined && isRound(item.round) && { round: item.round }),
    })
  }

  const links: Link[] = []
  for (const [at, { type, from, to, text, relation }] of file.links.entries()) {
    const [one, other] = [items.get(from), items.get(to)]
    if (!one || !other) refused.push({ what: 'link', at, reason: 'no-end' })
    else if (!mayLink(type, one.kind, other.kind)) refused.push({ what: 'link', at, reason: 'not-allowed' })
    else {
      const said = text === undefined ? '' : clipText(cleanText(text), LIMITS.ideaCharacters)
      links.push({
        id: asId(newId()),
        type,
        from: one.id,
        to: other.id,
        ...(said !== '' && { text: said }),
        ...(relation && { relation }),
      })
    }
  }

  const { undoable: _before, ...kept } = session
  return ok({
    session: { ...kept, agenda: [...steps.values(), ...session.agenda] },
    writes: [
      ...[...clusters.values()].map((cluster): DocumentWrite => ({ type: 'add-cluster', cluster })),
      ...[...items.values()].map((item): DocumentWrite => ({ type: 'add-item', item })),
      ...links.map((link): DocumentWrite => ({ type: 'add-link', link })),
    ],
    taken: { steps: steps.size, items: items.size, clusters: clusters.size, links: links.length },
    refused,
  })
}
