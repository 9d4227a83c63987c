import { CROWD } from '../i18n/catalogue.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { MoreTexts } from '../i18n/texts.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const Help = laterPart(async () => (await import('./help.tsx')).Help)
const People = laterPart(async () => (await import('./people-panel.tsx')).PeoplePanel)
const Actions = laterPart(async () => (await import('./session-actions.tsx')).SessionActions)
const Detours = laterPart(async () => (await import('../detours/stage-strips.tsx')).StageStrips)
const Named = laterPart(async () => (await import('../crowd/named-strip.tsx')).NamedStrip)
const Company = laterPart(async () => (await import('../people/company-announcer.tsx')).CompanyAnnouncer)

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void =>
  whenIdle(() => {
    for (const part of [Help, People, Actions, Detours]) part.fetch()
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

/** Reads out who comes and goes. */
export const LaterCompanyAnnouncer = () => (
  <Optional>
    <Company />
  </Optional>
)
