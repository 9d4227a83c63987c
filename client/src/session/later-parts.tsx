import { CROWD } from '../i18n/catalogue.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { MoreTexts } from '../i18n/texts.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const Help = laterPart(async () => (await import('./help.tsx')).Help)
const People = laterPart(async () => (await import('./people-panel.tsx')).PeoplePanel)
const Steps = laterPart(async () => (await import('../look-back/steps-panel.tsx')).StepsPanel)
const Actions = laterPart(async () => (await import('./session-actions.tsx')).SessionActions)
const Detours = laterPart(async () => (await import('../detours/stage-strips.tsx')).StageStrips)
const CatchUp = laterPart(async () => (await import('../arrival/catch-up.tsx')).CatchUp)
const LeftBehind = laterPart(async () => (await import('../board/left-behind.tsx')).LeftBehind)
const Named = laterPart(async () => (await import('../crowd/named-strip.tsx')).NamedStrip)
const Company = laterPart(async () => (await import('../people/company-announcer.tsx')).CompanyAnnouncer)

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void =>
  whenIdle(() => {
    for (const part of [Help, People, Steps, Actions, Detours, CatchUp, LeftBehind]) part.fetch()
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

export const LaterSteps = ({ onClose }: { readonly onClose: () => void }) => (
  <Optional>
    <Steps onClose={onClose} />
  </Optional>
)

/** What is said to those who cannot just go on. */
export const LaterStrips = () => (
  <Optional>
    <Detours />
  </Optional>
)

/** For whoever comes while the session runs. */
export const LaterCatchUp = () => (
  <Optional>
    <CatchUp />
  </Optional>
)

/** For screens that do not ask themselves what shall become of what is left over. */
export const LaterLeftBehind = () => (
  <Optional>
    <LeftBehind />
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
