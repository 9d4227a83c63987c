import { Component, type ReactNode, Suspense, lazy } from 'react'

const loadHelp = () => import('./help.tsx')
const loadPeople = () => import('./people-panel.tsx')
const loadSteps = () => import('../look-back/steps-panel.tsx')
const loadArrival = () => import('../arrival/catch-up.tsx')
const loadLeftBehind = () => import('../board/left-behind.tsx')

const Help = lazy(async () => ({ default: (await loadHelp()).Help }))
const People = lazy(async () => ({ default: (await loadPeople()).PeoplePanel }))
const Steps = lazy(async () => ({ default: (await loadSteps()).StepsPanel }))
const CatchUp = lazy(async () => ({ default: (await loadArrival()).CatchUp }))
const LeftBehind = lazy(async () => ({ default: (await loadLeftBehind()).LeftBehind }))

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void => {
  const fetchAll = (): void => {
    for (const load of [loadHelp, loadPeople, loadSteps, loadArrival, loadLeftBehind]) load().catch(() => undefined)
  }
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, 2_000)
}

/** A part that could not be loaded is not there; the rest of the screen stays. */
class Optional extends Component<{ readonly children: ReactNode }, { readonly isMissing: boolean }> {
  override state = { isMissing: false }

  static getDerivedStateFromError() {
    return { isMissing: true }
  }

  override render(): ReactNode {
    return this.state.isMissing ? null : <Suspense fallback={null}>{this.props.children}</Suspense>
  }
}

export const LaterHelp = () => (
  <Optional>
    <Help />
  </Optional>
)

export const LaterPeople = ({ onClose }: { readonly onClose: () => void }) => (
  <Optional>
    <People onClose={onClose} />
  </Optional>
)

export const LaterSteps = ({ onClose }: { readonly onClose: () => void }) => (
  <Optional>
    <Steps onClose={onClose} />
  </Optional>
)

/** Strips that most people never see, each once it has been loaded. */
export const LaterStrips = () => (
  <>
    <Optional>
      <CatchUp />
    </Optional>
    <Optional>
      <LeftBehind />
    </Optional>
  </>
)
