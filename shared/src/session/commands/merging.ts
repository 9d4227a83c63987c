import { mayLink } from '../../board/index.ts'
import { type ItemId, anId, asId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Circumstances, DocumentWrite } from '../circumstances.ts'
import { takesPart } from '../rights.ts'
import { isKept } from '../work.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { objectAt, objectNow, objectToGrouping } from './objection.ts'

/** What makes a merged item stand by itself again. */
const free = (id: ItemId, { linksOf }: Circumstances): readonly DocumentWrite[] => [
  { type: 'set-state', item: id, state: 'published' },
  ...linksOf(id).flatMap(({ id: link, type, from }): DocumentWrite[] =>
    type === 'duplicate-of' && from === id ? [{ type: 'remove-link', link }] : [],
  ),
]

/** What makes all that was merged into an item stand by itself again. */
export const freeDuplicates = (id: ItemId, circumstances: Circumstances): readonly DocumentWrite[] =>
  circumstances
    .linksOf(id)
    .filter(({ type, from, to }) => type === 'duplicate-of' && to === id && isMerged(from, circumstances))
    .flatMap(({ from }) => free(from, circumstances))

const isMerged = (id: ItemId, { item }: Circumstances): boolean => item(id)?.item.state === 'merged'

/**
 * Says that an item says the same as another of its kind, which stands for both from now on. Both texts are kept, and
 * nothing tells who wrote either.
 */
export const merge = defineCommand({
  type: 'merge',
  fields: { item: anId<'item'>(), into: anId<'item'>() },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToGrouping(seat)),
  decide: (session, { item: id, into }, seat, circumstances) => {
    const { item, linksOf, newId, now } = circumstances
    const [merged, standing] = [item(id), item(into)]
    if (!merged || !standing) return fail(refusal('unknown'))
    const objection = objectAt(session, now, objectToGrouping(seat))
    if (objection) return fail(objection)
    if (id === into || !mayLink('duplicate-of', merged.item.kind, standing.item.kind)) {
      return fail(refusal('bad-input', { path: 'into' }))
    }
    const isDone = linksOf(id).some(({ type, from, to }) => type === 'duplicate-of' && from === id && to === into)
    if (merged.item.state === 'merged' && isDone) return ok(decided(session, [], { item: id }))
    if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))
    for (const { state } of [merged.item, standing.item]) {
      if (state !== 'published') return fail(refusal('closed', { state }))
    }
    return ok(
      decided(
        session,
        [
          { type: 'set-state', item: id, state: 'merged' },
          { type: 'add-link', link: { id: asId(newId()), type: 'duplicate-of', from: id, to: into } },
        ],
        { item: id },
      ),
    )
  },
})

/** Takes a merge back: the item stands by itself again, where it stood before. */
export const unmerge = defineCommand({
  type: 'unmerge',
  fields: { item: anId<'item'>() },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToGrouping(seat)),
  decide: (session, { item: id }, seat, circumstances) => {
    const found = circumstances.item(id)
    if (!found) return fail(refusal('unknown'))
    const objection = objectAt(session, circumstances.now, objectToGrouping(seat))
    if (objection) return fail(objection)
    const { state } = found.item
    if (state === 'published') return ok(decided(session, [], { item: id }))
    if (state !== 'merged') return fail(refusal('closed', { state }))
    return ok(decided(session, free(id, circumstances), { item: id }))
  },
})
