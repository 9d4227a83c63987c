import * as v from 'valibot'
import { type DraftItem, ItemText } from '../../board/index.ts'
import { LIMITS, anId, asId, fail, ok, refusal } from '../../kernel/index.ts'
import { ItemLang } from '../fields.ts'
import { findStep } from '../plan.ts'
import { isPublishable, publish } from '../publish.ts'
import { takesPart } from '../rights.ts'
import { AFTER_END, decided, defineCommand } from './command.ts'
import { boardIsFull, objectToLate } from './items.ts'

/**
 * Adds an idea that came after the end, marked as late, to a step that has begun and asked for ideas. Answers its id.
 *
 * Refuses with `ended` where that is not allowed or its last day is over, `unknown` for a step that never began, `bad-input` for
 * one that asked for no ideas, `too-many`.
 */
export const addLate = defineCommand({
  type: 'add-late',
  fields: { step: anId<'step'>(), text: ItemText, lang: v.optional(ItemLang) },
  during: AFTER_END,
  unlogged: 'by-whom',
  may: (_session, seat) => takesPart(seat),
  objection: (session) => objectToLate(session),
  decide: (session, { step: id, text, lang }, seat, circumstances) => {
    const objection = objectToLate(session, circumstances.now)
    if (objection) return fail(objection)
    const step = findStep(session, id)
    if (!step?.begun) return fail(refusal('unknown'))
    const draft: DraftItem = {
      id: asId(circumstances.newId()),
      kind: 'idea',
      step: step.id,
      text,
      lang: lang ?? session.language,
      state: 'ready',
    }
    if (!isPublishable(step, draft)) return fail(refusal('bad-input', { path: 'step' }))
    if (boardIsFull(circumstances)) return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
    const item = asId<'item'>(circumstances.newId())
    const writes = publish(session, step, { seat: seat.id, item: draft }, item, circumstances.itemCount(), true)
    return ok(decided(session, writes, { item }))
  },
})
