import { LIMITS } from '../../kernel/index.ts'
import { defineMethod } from '../method.ts'
import { NO_RIGHTS, groupPhase } from '../rights.ts'
import { versionOf } from './decks/own-deck.ts'
import { randomWorkings } from './random-workings.ts'
import { RandomSettings } from './settings.ts'

export { repeatDraw } from './draw.ts'
export { type Figures, countFigures } from './figures.ts'
export { listInspirations, provenanceOf } from './provenance.ts'
export { type RandomPress, isOffered } from './presses.ts'
export type { OwnRandom, RandomView } from './random-view.ts'
export { DRAW_SCOPES, type DrawScope, RandomSettings } from './settings.ts'

const ideas = ['idea'] as const

/**
 * Random associations: several cards are drawn by chance; people write in silence what each makes them think of, connect
 * what lies before them, and cross from there to ideas for the question.
 *
 * After random input (de Bono), with a step in between that connects cards with each other.
 */
export const random = defineMethod({
  id: 'random',
  workings: randomWorkings,
  // A focus for what is drawn; negative ideas lie among the cards.
  prompts: {
    kinds: ['cause', 'idea', 'insight', 'question', 'negative-idea'],
    most: LIMITS.promptsPerStep,
    wants: 'familiar',
  },
  settings: RandomSettings,
  phases: (plan) => [
    { key: 'frame', minutes: plan.frame, policies: NO_RIGHTS },
    {
      key: 'associate',
      minutes: plan.associate,
      policies: { ...NO_RIGHTS, add: 'private', kinds: ['association'] },
    },
    // Connections are made by commands; what stands on the board is corrected by its owners alone.
    { key: 'connect', minutes: plan.connect, policies: { ...NO_RIGHTS, edit: 'own' }, begins: 'reveal' },
    { key: 'bridge', minutes: plan.bridge, policies: { ...NO_RIGHTS, add: 'private', kinds: ideas } },
    {
      key: 'share',
      minutes: plan.share,
      policies: { ...NO_RIGHTS, add: 'open', kinds: ideas, edit: 'own' },
      begins: 'reveal',
      deals: 'reading',
    },
    groupPhase(plan.group),
  ],
  shows: ({ scope, count, deck, seed, goalPerPerson, provenance }) => ({
    scope,
    count,
    // Cards that are not drawn stay face down.
    deck: typeof deck === 'string' ? deck : 'own',
    ...(typeof deck !== 'string' && { deckVersion: versionOf(deck), deckLang: deck.lang }),
    ...(seed !== undefined && { seed }),
    goalPerPerson,
    provenance,
  }),
  takes: ['idea', 'negative-idea'],
  input: ({ earlier }) => earlier,
  takesOver: { frame: 1, earlier: 'all' },
})
