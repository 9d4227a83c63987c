import * as v from 'valibot'
import { type ItemId, LIMITS, anId, fail, refusal } from '../../../kernel/index.ts'
import { coverBoard, findOpen } from '../board-coverage.ts'
import { dealTurning, passOn } from '../dealing.ts'
import { type ReverseMoment, type ReverseWork, changeTo, defineReverse } from '../work.ts'

const NegativeId = anId<'item'>()

/** What others have before them now. */
const listOthers = ({ leases }: ReverseWork, { seat, now }: ReverseMoment): ReverseWork['leases'] =>
  leases.filter((lease) => lease.seat !== seat && now < lease.until)

/** The state in which somebody has a negative idea before them, or nothing more is left for them. */
const hand = (state: ReverseWork, moment: ReverseMoment, item: ItemId | undefined): ReverseWork => {
  const { seat, now } = moment
  const others = listOthers(state, moment)
  const free = state.free.filter((other) => other !== seat)
  return item === undefined
    ? { ...state, leases: others, free: [...free, seat] }
    : { ...state, leases: [...others, { seat, item, until: now + LIMITS.turningMs }], free }
}

/** Deals the next one to whoever asks; the same one again while it is before them and nobody turned it round. */
const dealNext = (state: ReverseWork, moment: ReverseMoment) => {
  const { seat, now } = moment
  const others = listOthers(state, moment)
  const before = state.leases.find((lease) => lease.seat === seat)
  // Who took long goes on with it, unless somebody else has it by now.
  const own = before && !others.some(({ item }) => item === before.item) ? [{ ...before, until: Infinity }] : []
  const { aside, passed, seed } = state
  const { turnings } = coverBoard(moment, aside)
  const next = dealTurning(seat, {
    turnings,
    leases: [...others, ...own],
    passed,
    aside: new Set(aside),
    seed,
    now,
  })
  const isNew = next !== undefined && next !== before?.item
  const dealt = isNew ? { ...state.dealt, [seat]: (state.dealt[seat] ?? 0) + 1 } : state.dealt
  return changeTo({ ...hand(state, moment, next), dealt }, [], next)
}

/**
 * Puts a negative idea before whoever asks: the one they name, or one that is dealt. For a while nobody else is dealt it.
 * Answers which; none where nothing is left to deal, and then they are free to take what they like.
 */
export const dealTurningTo = defineReverse({
  type: 'deal-turning',
  fields: { item: v.optional(NegativeId) },
  phases: ['invert'],
  unlogged: 'always',
  decide: (state, { item }, moment) => {
    if (item === undefined) return dealNext(state, moment)
    const found = findOpen(moment, item)
    return found.ok ? changeTo(hand(state, moment, item), [], item) : found
  },
})

/** Passes on what one has before oneself: it never comes back to this person. Deals the next one while their share is not over. */
export const passTurningOn = defineReverse({
  type: 'pass-on',
  fields: { item: NegativeId },
  phases: ['invert'],
  unlogged: 'always',
  decide: (state, { item }, moment) => {
    const { seat } = moment
    if (!state.leases.some((lease) => lease.seat === seat && lease.item === item)) return fail(refusal('closed'))
    const most = LIMITS.passedPerSeat
    if (state.passed.filter((other) => other.seat === seat).length >= most) return fail(refusal('too-many', { most }))
    const passed = {
      ...state,
      passed: passOn(state.passed, seat, item),
      leases: state.leases.filter((lease) => lease.seat !== seat),
    }
    return (state.dealt[seat] ?? 0) < state.share ? dealNext(passed, moment) : changeTo(passed)
  },
})

/** Puts back what one has before oneself, without passing it on. */
export const letGo = defineReverse({
  type: 'let-go',
  fields: {},
  phases: ['invert'],
  unlogged: 'always',
  decide: (state, _command, { seat }) =>
    changeTo({ ...state, leases: state.leases.filter((lease) => lease.seat !== seat) }),
})

/** Says of a negative idea that it needs no inversion, or that it does again. */
export const setAside = defineReverse({
  type: 'set-aside',
  fields: { item: NegativeId, aside: v.optional(v.boolean(), true) },
  phases: ['invert', 'group', 'debrief'],
  may: ({ leads }) => leads,
  decide: (state, { item, aside }, moment) => {
    const found = findOpen(moment, item)
    if (!found.ok) return found
    if (state.aside.includes(item) === aside) return changeTo(state, [], item)
    const rest = state.aside.filter((other) => other !== item)
    return changeTo({ ...state, aside: aside ? [...rest, item] : rest }, [], item)
  },
})
