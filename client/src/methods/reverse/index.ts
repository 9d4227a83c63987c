import {
  Flame,
  LayoutGrid,
  MessageCircleQuestionMark,
  MessagesSquare,
  Repeat2,
  RotateCcw,
  SearchCheck,
} from 'lucide-react'
import { type MethodView, laterOptions, laterScreen } from '../method-view.tsx'
import { REVERSE_RULES } from './rule-keys.ts'
import { REVERSE_TEXTS } from './texts.ts'

/** Reverse brainstorming: make it worse in silence, compare with today, turn it round, group what came of it. */
export const reverseView: MethodView = {
  name: 'reverse.name',
  icon: RotateCcw,
  about: 'reverse.about',
  rules: REVERSE_RULES,
  isBoard: ['group'],
  asksAnew: true,
  phases: {
    frame: { label: 'reverse.frame', icon: MessageCircleQuestionMark, go: 'reverse.go-frame' },
    negate: { label: 'reverse.negate', icon: Repeat2, go: 'reverse.go-negate' },
    worsen: { label: 'reverse.worsen', icon: Flame, go: 'reverse.go-worsen' },
    reality: { label: 'reverse.reality', icon: SearchCheck, go: 'reverse.go-reality' },
    invert: { label: 'reverse.invert', icon: RotateCcw, go: 'reverse.go-invert' },
    group: { label: 'reverse.group', icon: LayoutGrid, go: 'reverse.go-group' },
    debrief: { label: 'reverse.debrief', icon: MessagesSquare, go: 'reverse.go-debrief' },
  },
  Options: laterOptions(async () => (await import('./options.tsx')).ReverseOptions, REVERSE_TEXTS),
  // Not among the screens that every participant loads: only a session with such a step does.
  ...laterScreen(async () => (await import('./reverse-screen.tsx')).ReverseScreen, REVERSE_TEXTS),
}
