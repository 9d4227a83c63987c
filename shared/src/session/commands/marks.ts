import * as v from 'valibot'
import { LIMITS, anId, fail, ok, refusal } from '../../kernel/index.ts'
import { leads, takesPart } from '../rights.ts'
import { MARKS, type Mark } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'

const fields = { mark: v.picklist(MARKS), item: v.optional(anId<'item'>()) }

const isSame = (mark: Mark, other: Mark): boolean =>
  mark.type === other.type && mark.seat === other.seat && mark.item === other.item

/** Signals something: finished, a raised hand, needing time; to facilitators only, until the phase changes. */
export const mark = defineCommand({
  type: 'mark',
  fields,
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  decide: (session, { mark: type, item: id }, { id: seat }, { item }) => {
    if (id !== undefined && !item(id)) return fail(refusal('unknown'))
    const added: Mark = { type, seat, ...(id !== undefined && { item: id }) }
    if (session.marks.some((other) => isSame(other, added))) return ok(decided(session))
    const own = session.marks.filter((other) => other.seat === seat).length
    if (own >= LIMITS.marksPerSeat) return fail(refusal('too-many', { most: LIMITS.marksPerSeat }))
    return ok(decided({ ...session, marks: [...session.marks, added] }))
  },
})

/** Takes a signal back. */
export const unmark = defineCommand({
  type: 'unmark',
  fields,
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  decide: (session, { mark: type, item }, { id: seat }) => {
    const gone: Mark = { type, seat, ...(item !== undefined && { item }) }
    const marks = session.marks.filter((other) => !isSame(other, gone))
    return ok(decided(marks.length === session.marks.length ? session : { ...session, marks }))
  },
})

/** Takes down the raised hands and wishes for time of some people, who have had their turn. */
export const lowerHands = defineCommand({
  type: 'lower-hands',
  fields: { seats: v.pipe(v.array(anId<'seat'>()), v.minLength(1), v.maxLength(LIMITS.seatsPerSession), v.readonly()) },
  during: LIVE,
  may: (_session, seat) => leads(seat),
  decide: (session, { seats }) => {
    const chosen = new Set(seats)
    const marks = session.marks.filter(({ type, seat }) => type === 'ready' || !chosen.has(seat))
    return ok(decided(marks.length === session.marks.length ? session : { ...session, marks }))
  },
})
