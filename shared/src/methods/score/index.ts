import { defineMethod } from '../method.ts'
import { NO_RIGHTS } from '../rights.ts'
import { defineWorkings } from '../workings.ts'
import type { BallotBox } from './ballot-box.ts'
import { bringFromVote } from './bringing.ts'
import { SCORE_COMMANDS } from './commands.ts'
import { enterScore } from './entering.ts'
import { objectToEntering, objectToLeaving, objectToQuitting } from './gates.ts'
import { renameElector } from './rename-elector.ts'
import { ScoreSettings } from './settings.ts'
import { listFrozen, viewOwnVote, viewScore } from './view.ts'

export { type BallotBox, type Sheet, withResult } from './ballot-box.ts'
export { CLIENTS, type ScoreSettings, type Voters } from './settings.ts'
export type { OwnVote, PollView, ScoreView } from './view.ts'

/**
 * A secret vote: what is voted on is chosen, frozen and put to the vote; everybody votes alone; then all is counted at once
 * and shown. Until then nobody, whoever leads included, learns more than how many have voted.
 */
export const score = defineMethod({
  id: 'score',
  settings: ScoreSettings,
  phases: (plan) => [
    { key: 'prepare', minutes: plan.prepare, policies: NO_RIGHTS },
    { key: 'open', minutes: plan.open, policies: NO_RIGHTS, begins: 'freeze' },
    { key: 'closed', minutes: plan.closed, policies: NO_RIGHTS, final: true },
    { key: 'shown', minutes: plan.shown, policies: NO_RIGHTS, begins: 'results' },
  ],
  shows: ({ scoring, subject }) => ({ scoring, subject }),
  takes: ['idea'],
  input: ({ earlier }) => earlier,
  prompts: { kinds: ['idea'], most: 12 },
  workings: defineWorkings<BallotBox, ScoreSettings>()({
    commands: SCORE_COMMANDS,
    enter: enterScore,
    view: (box, _settings, viewer) => viewScore(box, viewer),
    mine: (box, _settings, seat) => viewOwnVote(box, seat),
    objectToLeaving,
    objectToEntering,
    objectToQuitting,
    keeps: listFrozen,
    replaceSeat: renameElector,
    places: ({ poll, result }) => (poll?.state === 'shown' ? result?.order : undefined),
    brings: (box, _board, wants) => bringFromVote(box, wants),
  }),
})
