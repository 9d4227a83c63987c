import { Component, type ReactNode, Suspense } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const Help = laterPart(async () => (await import('./help.tsx')).Help)
const People = laterPart(async () => (await import('./people-panel.tsx')).PeoplePanel)

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void =>
  whenIdle(() => {
    for (const part of [Help, People]) part.fetch()
  })

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
