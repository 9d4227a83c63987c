import type { Moment, WorkChange, WorkWrite } from '../workings.ts'
import type { RandomState, Stimulus } from './state.ts'

/** Puts cards onto the board that are not there yet, as items that nobody wrote, in the language of the session. */
export const putCards = (
  state: RandomState,
  cards: readonly Stimulus[],
  { nameOf }: Pick<Moment, 'nameOf'>,
): WorkChange<RandomState> => {
  const known = new Set(state.stimuli.map(({ item }) => item))
  const fresh = [...new Map(cards.map((card) => [card.item, card])).values()].filter(({ item }) => !known.has(item))
  const { deck } = state
  const writes = fresh.map(({ item, key }): WorkWrite => ({
    type: 'add-item',
    item,
    kind: 'stimulus',
    ...(typeof deck === 'string' ? { text: nameOf(`${deck}.${key}`) ?? key } : { text: key, lang: deck.lang }),
    nobodys: true,
  }))
  return { state: { ...state, stimuli: [...state.stimuli, ...fresh] }, writes }
}
