import * as v from 'valibot'
import { fail, ok, refusal } from '../../../kernel/index.ts'
import { defineWork } from '../../workings.ts'
import { CARDS_MOST, REDRAW_REASONS, drawMore, redrawCard } from '../draw.ts'
import { changeDraw } from '../drawings.ts'
import { putCards } from '../put-cards.ts'
import type { RandomSettings } from '../settings.ts'
import { type RandomState, deckOfState, drawOf, listStimuli, nameOf, swapsOf } from '../state.ts'
import { cardsFor, swapCard } from '../swap.ts'

const define = defineWork<RandomState, RandomSettings>()

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CARDS_MOST - 1))

/** Replaces a card for all, with a reason, while nobody has built on it. Cards that people draw alone are theirs to swap. */
export const redraw = define({
  type: 'redraw',
  fields: { place, reason: v.picklist(REDRAW_REASONS) },
  phases: ['associate'],
  may: ({ leads }) => leads,
  objection: ({ scope }) => (scope === 'person' ? refusal('closed', { gate: 'scope' }) : undefined),
  decide: (state, command, moment) => {
    const [was] = listStimuli(state, state.drawings.draws.shared?.cards.slice(command.place, command.place + 1) ?? [])
    const drawings = changeDraw(state.drawings, 'shared', (draw) =>
      redrawCard(draw, { ...command, by: moment.seat, at: moment.now }),
    )
    if (!drawings.ok || !was) return drawings.ok ? fail(refusal('unknown')) : drawings
    const change = putCards(
      { ...state, drawings: drawings.value },
      listStimuli(state, drawings.value.draws.shared?.cards ?? []),
      moment,
    )
    return ok({
      ...change,
      writes: [{ type: 'set-state', item: was.item, state: 'withdrawn' }, ...change.writes],
    })
  },
})

/** Turns over more cards, for all or for each person. */
export const drawOn = define({
  type: 'draw-more',
  fields: { count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CARDS_MOST)) },
  phases: ['bridge'],
  may: ({ leads }) => leads,
  decide: (state, { count }, moment) => {
    if (state.scope === 'person') {
      if (state.count + count > CARDS_MOST) return fail(refusal('too-many', { most: CARDS_MOST }))
      if (state.count >= deckOfState(state).keys.length) return fail(refusal('closed'))
      return ok({ state: { ...state, count: state.count + count }, writes: [] })
    }
    const drawings = changeDraw(state.drawings, 'shared', (draw) => drawMore(draw, count))
    if (!drawings.ok) return drawings
    return ok(
      putCards(
        { ...state, drawings: drawings.value, count: state.count + count },
        listStimuli(state, drawings.value.draws.shared?.cards ?? []),
        moment,
      ),
    )
  },
})

/** Puts a card of one's own hand away for another one. Nobody else learns of it, and the log says nothing. */
export const swap = define({
  type: 'swap',
  fields: { place },
  phases: ['associate', 'connect', 'bridge'],
  unlogged: 'always',
  decide: (state, command, { seat }) => {
    const draw = drawOf(state, seat)
    const before = swapsOf(state, seat)
    const card = draw && cardsFor(draw, before)[command.place]
    if (!draw || card === undefined) return fail(refusal('unknown'))
    const name = nameOf(state, seat)
    const swaps = swapCard(draw, before, name, card)
    if (!swaps.ok) return swaps
    return ok({
      state: {
        ...state,
        names: { ...state.names, [seat]: name },
        drawings: { ...state.drawings, swaps: { ...state.drawings.swaps, [name]: swaps.value } },
      },
      writes: [],
    })
  },
})
