import type { Language } from '@roundel/shared/session'
import { Component, type ReactNode, Suspense, lazy } from 'react'
import { PEOPLE } from '../i18n/catalogue.ts'
import { MoreTexts, loadCatalogue } from '../i18n/texts.tsx'

const loadHelp = () => import('./help.tsx')
const loadPeople = () => import('./people-panel.tsx')

const Help = lazy(async () => ({ default: (await loadHelp()).Help }))
const People = lazy(async () => ({ default: (await loadPeople()).PeoplePanel }))
const CompanyAnnouncer = lazy(async () => ({
  default: (await import('../people/company-announcer.tsx')).CompanyAnnouncer,
}))

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (language: Language): void => {
  const fetchAll = (): void => {
    for (const load of [loadHelp, loadPeople, () => loadCatalogue(PEOPLE, language)]) load().catch(() => undefined)
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

export const LaterCompanyAnnouncer = () => (
  <Optional>
    <MoreTexts from={PEOPLE}>
      <CompanyAnnouncer />
    </MoreTexts>
  </Optional>
)
