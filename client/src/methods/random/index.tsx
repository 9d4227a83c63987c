import { Eye, LayoutGrid, Lightbulb, MessageCircleQuestionMark, Shuffle, Sparkles, Waypoints } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, laterOptions, laterScreen } from '../method-view.tsx'
import { RANDOM_RULES } from './rule-keys.ts'
import { RANDOM_TEXTS } from './texts.ts'

/**
 * Random associations: draw cards, associate, connect, cross to ideas, open them. `base` is a screen that draws what a phase
 * allows, however it is called: what is written, opened and grouped.
 */
export const randomView = (base: Pick<MethodView, 'Screen' | 'fetchScreen'>): MethodView => ({
  name: 'random.name',
  icon: Shuffle,
  about: 'random.about',
  rules: RANDOM_RULES,
  isBoard: true,
  phases: {
    frame: { label: 'random.frame', icon: MessageCircleQuestionMark, go: 'random.go-frame' },
    associate: { label: 'random.associate', icon: Sparkles, go: 'random.go-associate' },
    connect: { label: 'random.connect', icon: Waypoints, go: 'random.go-connect' },
    bridge: { label: 'random.bridge', icon: Lightbulb, go: 'random.go-bridge' },
    share: { label: 'random.share', icon: Eye, go: 'random.go-share' },
    group: { label: 'random.group', icon: LayoutGrid, go: 'random.go-group' },
  },
  Options: laterOptions(async () => (await import('./options.tsx')).RandomOptions, RANDOM_TEXTS),
  PrivateScene: laterPart(async () => (await import('./open-cards.tsx')).OpenCards),
  Tray: laterPart(async () => (await import('./stimuli-tray.tsx')).StimuliTray),
  ...laterScreen(async () => {
    const { RandomScreen } = await import('./random-screen.tsx')
    return ({ frame }) => <RandomScreen frame={frame} Base={base.Screen} />
  }, RANDOM_TEXTS),
})
