import { CircleQuestionMark, GitFork, Hammer, MessageCircleWarning, Sprout, Undo2 } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, laterOptions, laterScreen } from '../method-view.tsx'
import { WHY_RULES } from './rule-keys.ts'
import { WHYS } from './texts.ts'

/** Five Whys: from one problem to the causes that can be removed. Only those who have it on their agenda load its screen. */
export const fiveWhysView: MethodView = {
  name: 'whys.name',
  icon: GitFork,
  about: 'whys.about',
  rules: WHY_RULES,
  phases: {
    problem: { label: 'whys.problem', icon: MessageCircleWarning, go: 'whys.go-problem' },
    whys: { label: 'whys.whys', icon: CircleQuestionMark, go: 'whys.go-whys' },
    therefore: { label: 'whys.therefore', icon: Undo2, go: 'whys.go-therefore' },
    roots: { label: 'whys.roots', icon: Sprout, go: 'whys.go-roots' },
    countermeasures: { label: 'whys.countermeasures', icon: Hammer, go: 'whys.go-countermeasures' },
  },
  Options: laterOptions(async () => (await import('./options.tsx')).WhysOptions, WHYS),
  Past: laterPart(async () => (await import('./past-whys.tsx')).PastWhys),
  ...laterScreen(async () => (await import('./whys-screen.tsx')).WhysScreen, WHYS),
}
