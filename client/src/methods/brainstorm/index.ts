import { CupSoda, Eye, LayoutGrid, Lightbulb, MessageCircleQuestionMark, Pencil } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, laterScreen } from '../method-view.tsx'
import { LaterPrompts } from './later-prompts.ts'
import { BRAINSTORM_RULES } from './rule-keys.ts'

/** Brainstorming: write in silence, open, build on, group. */
export const brainstormView: MethodView = {
  name: 'brainstorm.name',
  icon: Lightbulb,
  about: 'brainstorm.about',
  rules: BRAINSTORM_RULES,
  isBoard: true,
  phases: {
    frame: { label: 'brainstorm.frame', icon: MessageCircleQuestionMark, go: 'brainstorm.go-frame' },
    warmup: { label: 'brainstorm.warmup', icon: CupSoda, go: 'brainstorm.go-warmup' },
    write: { label: 'brainstorm.write', icon: Pencil, go: 'brainstorm.go-write' },
    build: { label: 'brainstorm.build', icon: Eye, go: 'brainstorm.go-build' },
    group: { label: 'brainstorm.group', icon: LayoutGrid, go: 'brainstorm.go-group' },
  },
  Prompts: LaterPrompts,
  Options: laterPart(async () => (await import('./options.tsx')).BrainstormOptions),
  ...laterScreen(async () => (await import('./screen.tsx')).BrainstormScreen),
}
