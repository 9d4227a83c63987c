import * as v from 'valibot'
import { LIMITS, aLine, anId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { runsClock } from '../keeping.ts'
import { leads } from '../rights.ts'
import { BEFORE_END, LIVE, decided, defineCommand } from './command.ts'

/** Calls everyone back to what is going on now: screens close panels and what people look back at. */
export const gather = defineCommand({
  type: 'gather',
  fields: {},
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, _command, _seat, { now }) => {
    const wait = (session.gatheredAt ?? -Infinity) + LIMITS.gatherMs - now
    if (wait > 0) return fail(refusal('too-many', { retryAfter: Math.ceil(wait / 1000) }))
    return ok(decided({ ...session, gatheredAt: now }))
  },
})

/** Shows one published item to all, until the phase changes or it is taken off the board; without an item, none. */
export const spotlight = defineCommand({
  type: 'spotlight',
  fields: { item: v.optional(anId<'item'>()) },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  decide: (session, { item: id }, _seat, { item }) => {
    if (id === undefined) return ok(decided(session.spotlight ? omit(session, 'spotlight') : session))
    const state = item(id)?.item.state
    if (!state) return fail(refusal('unknown'))
    if (state !== 'published') return fail(refusal('closed', { state }))
    return ok(decided({ ...session, spotlight: id }, [], { item: id }))
  },
})

/** Says one line to everybody for 10 seconds, also to who comes meanwhile; a newer one takes its place. */
export const message = defineCommand({
  type: 'message',
  fields: { text: aLine(LIMITS.messageCharacters) },
  during: BEFORE_END,
  may: runsClock,
  decide: (session, { text }, { id }, { now }) =>
    ok(decided({ ...session, message: { text, by: id, until: now + LIMITS.messageMs } })),
})
