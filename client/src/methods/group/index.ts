import { LayoutGrid } from 'lucide-react'
import type { MethodView } from '../method-view.tsx'

/** Putting together what earlier steps brought, on a screen that draws what a phase allows. */
export const groupView = ({ Screen, fetchScreen }: Pick<MethodView, 'Screen' | 'fetchScreen'>): MethodView => ({
  name: 'brainstorm.group',
  icon: LayoutGrid,
  about: 'grouping.about',
  phases: { group: { label: 'brainstorm.group', icon: LayoutGrid, go: 'brainstorm.go-group' } },
  isBoard: true,
  Screen,
  fetchScreen,
})
