import { Gavel } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, laterScreen } from '../method-view.tsx'
import { DECIDE_TEXTS } from './texts.ts'

/** Deciding: what is done, why, and who does what until when. Only those who have it on their agenda load its screen. */
export const decideView: MethodView = {
  name: 'decide.name',
  icon: Gavel,
  about: 'decide.about',
  rules: ['decide.rule-why', 'decide.rule-concerns', 'decide.rule-temperature', 'decide.rule-actions'],
  phases: { decide: { label: 'decide.name', icon: Gavel, go: 'decide.go' } },
  Past: laterPart(async () => (await import('./past-decide.tsx')).PastDecide),
  ...laterScreen(async () => (await import('./decide-screen.tsx')).DecideScreen, DECIDE_TEXTS),
}
