import { lazy } from 'react'
import { CROWD } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const loadHelp = () => import('./help.tsx')
const loadPeople = () => import('./people-panel.tsx')
const loadDetours = () => import('../detours/stage-strips.tsx')
const loadActions = () => import('./session-actions.tsx')

const Help = lazy(async () => ({ default: (await loadHelp()).Help }))
const People = lazy(async () => ({ default: (await loadPeople()).PeoplePanel }))
const Actions = lazy(async () => ({ default: (await loadActions()).SessionActions }))

const Named = lazy(async () => ({ default: (await import('../crowd/named-strip.tsx')).NamedStrip }))
const Detours = lazy(async () => ({ default: (await loadDetours()).StageStrips }))

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void =>
  whenIdle(() => {
    for (const load of [loadHelp, loadPeople, loadActions, loadDetours]) load().catch(() => undefined)
  })

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

/** What is said to those who cannot just go on. */
export const LaterStrips = () => (
  <Optional>
    <Detours />
  </Optional>
)

export const LaterActions = () => (
  <Optional>
    <Actions />
  </Optional>
)

/** For a large room where some were named. */
export const LaterNamedStrip = () => (
  <Optional>
    <MoreTexts from={CROWD}>
      <Named />
    </MoreTexts>
  </Optional>
)
