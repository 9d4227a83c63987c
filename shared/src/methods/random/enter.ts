import type { ItemId } from '../../kernel/index.ts'
import { shuffled } from '../../kernel/index.ts'
import type { Moment, WorkChange } from '../workings.ts'
import { drawFor } from './drawings.ts'
import { isOffered } from './presses.ts'
import { putCards } from './put-cards.ts'
import type { RandomSettings } from './settings.ts'
import { type RandomState, beginRandom, deckOfState, handOfSeat, itemOfCard, listStimuli } from './state.ts'

/** Draws as `associate` begins, or the first phase behind it that takes place; what was drawn stands. */
export const enterRandom = (
  before: RandomState | undefined,
  moment: Moment<RandomSettings>,
): WorkChange<RandomState> => {
  const state = before ?? beginRandom(moment.settings, moment.settings.seed ?? moment.step, moment.newId())
  return state.isDrawn || !isOffered('draw', moment.phase) ? { state, writes: [] } : drawFirst(state, moment)
}

/**
 * What is drawn for all lies open at once. What people draw alone comes onto the board when something is published that it
 * led to; but where they connect from the beginning there is nothing else to connect, so it comes with the draw.
 */
const drawFirst = (before: RandomState, moment: Moment<RandomSettings>): WorkChange<RandomState> => {
  const state = { ...before, isDrawn: true }
  if (state.scope === 'person') {
    const hands = moment.phase === 'connect' ? moment.people.flatMap((seat) => handOfSeat(state, seat)) : []
    return putCards(state, shuffled(hands, moment.random), moment)
  }
  const drawings = drawFor(state.drawings, 'shared', deckOfState(state), state.seed, state.count)
  return putCards({ ...state, drawings }, listStimuli(state, drawings.draws.shared?.cards ?? []), moment)
}

/**
 * Cards that people drew alone come onto the board once something is published that they led to. One that somebody got by
 * a swap where all have the same does not: it would tell of the swap.
 */
export const lendCards = (
  state: RandomState,
  wanted: readonly ItemId[],
  moment: Moment<RandomSettings>,
): WorkChange<RandomState> => {
  if (state.scope !== 'person') return { state, writes: [] }
  const asked = new Set(wanted)
  const cards = deckOfState(state)
    .keys.map((key) => ({ key, item: itemOfCard(state, key) }))
    .filter(({ item }) => asked.has(item))
  return putCards(state, shuffled(cards, moment.random), moment)
}
