import { CupSoda } from 'lucide-react'
import { type MethodView, laterScreen } from '../method-view.tsx'

/** A pause of everybody. */
export const breakView: MethodView = {
  name: 'break.name',
  icon: CupSoda,
  about: 'break.about',
  phases: { break: { label: 'break.name', icon: CupSoda, go: 'break.name' } },
  ...laterScreen(async () => (await import('./screen.tsx')).BreakScreen),
}
