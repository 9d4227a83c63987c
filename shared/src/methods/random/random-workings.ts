import { defineWorkings } from '../workings.ts'
import { drawOn, redraw, swap } from './commands/cards.ts'
import { connect, disconnect } from './commands/connections.ts'
import { CONNECTED_KINDS } from './connection.ts'
import { enterRandom, lendCards } from './enter.ts'
import { showOwn, viewRandom } from './random-view.ts'
import type { RandomSettings } from './settings.ts'
import { type RandomState, replaceSeat } from './state.ts'

/**
 * What random associations keep of a step: what was drawn, who swapped what, and who made which connection. Its ideas go
 * on by what later steps work on; nothing in it is what a later step has to begin from.
 */
export const randomWorkings = defineWorkings<RandomState, RandomSettings>()({
  commands: [redraw, drawOn, swap, connect, disconnect],
  enter: enterRandom,
  lend: lendCards,
  view: viewRandom,
  mine: showOwn,
  // What was drawn says what the deck says.
  keeps: ({ stimuli }) => stimuli.map(({ item }) => item),
  // No idea is marked down for its odd origin; one that is free looks the same.
  unseenByJudges: ({ provenance }) => (provenance === 'hidden' ? CONNECTED_KINDS : []),
  replaceSeat,
})
