import { ChartNoAxesColumn, ClipboardList, Lock, Vote } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, laterOptions, laterScreen } from '../method-view.tsx'
import { SCORE_TEXTS } from './texts.ts'

/** A secret vote: prepared, open, closed, shown. */
export const scoreView: MethodView = {
  name: 'score.name',
  icon: Vote,
  about: 'score.about',
  phases: {
    prepare: { label: 'score.prepare', icon: ClipboardList, go: 'score.go-prepare' },
    open: { label: 'score.open', icon: Vote, go: 'score.go-open' },
    closed: { label: 'score.closed', icon: Lock, go: 'score.go-closed' },
    shown: { label: 'score.shown', icon: ChartNoAxesColumn, go: 'score.go-shown' },
  },
  rules: ['scoring.rule-of-play.alone', 'scoring.rule-of-play.secret', 'scoring.rule-of-play.abstain'],
  Options: laterOptions(async () => (await import('./options.tsx')).ScoreOptions, SCORE_TEXTS),
  Past: laterPart(async () => (await import('./past-vote.tsx')).PastVote),
  ...laterScreen(async () => (await import('./score-screen.tsx')).ScoreScreen, SCORE_TEXTS),
}
