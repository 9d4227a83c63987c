import { laterPart } from '../i18n/later-part.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const Help = laterPart(async () => (await import('./help.tsx')).Help)
const People = laterPart(async () => (await import('./people-panel.tsx')).PeoplePanel)

/** Loads what is not needed for the first idea, once the page has nothing better to do: it must be there offline too. */
export const fetchLaterParts = (): void =>
  whenIdle(() => {
    for (const part of [Help, People]) part.fetch()
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
