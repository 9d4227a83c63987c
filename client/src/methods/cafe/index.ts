import { Armchair, Coffee, DoorOpen, Footprints, Lightbulb, Sprout } from 'lucide-react'
import { laterPart } from '../../i18n/later-part.tsx'
import { type MethodView, type PhaseView, laterOptions, laterScreen } from '../method-view.tsx'
import { CAFE_RULES } from './rule-keys.ts'
import { CAFE } from './texts.ts'

const ROUNDS = [1, 2, 3, 4, 5, 6] as const

const phasesOfRounds = (): Readonly<Record<string, PhaseView>> =>
  Object.fromEntries(
    ROUNDS.flatMap((round) => [
      [`round-${round}`, { label: `cafe.round-${round}`, icon: Coffee, go: 'cafe.go-round' }],
      [`move-${round}`, { label: 'cafe.move', icon: Footprints, go: 'cafe.go-move' }],
    ]),
  )

/** World Café: small tables, a question, people who move on and carry thoughts along. Only those who have it on their agenda load its screen. */
export const cafeView: MethodView = {
  name: 'cafe.name',
  icon: Coffee,
  about: 'cafe.about',
  rules: CAFE_RULES,
  phases: {
    setup: { label: 'cafe.setup', icon: Armchair, go: 'cafe.go-setup' },
    welcome: { label: 'cafe.welcome', icon: DoorOpen, go: 'cafe.go-welcome' },
    ...phasesOfRounds(),
    gather: { label: 'cafe.gather', icon: Lightbulb, go: 'cafe.go-gather' },
    harvest: { label: 'cafe.harvest', icon: Sprout, go: 'cafe.go-harvest' },
  },
  Options: laterOptions(async () => (await import('./options.tsx')).CafeOptions, CAFE),
  Past: laterPart(async () => (await import('./past-cafe.tsx')).PastCafe),
  ...laterScreen(async () => (await import('./cafe-screen.tsx')).CafeScreen, CAFE),
}
