import { useText } from '../i18n/text.ts'
import { Panel } from '../ui/panel.tsx'
import { LaterHelp, LaterPeople, LaterSteps } from './later-parts.tsx'

/** What opens over any screen of a session. */
export type SessionPanel = 'people' | 'help' | 'steps'

/** The panel that is open. It is drawn beside the screens, and stays with what was typed there when they change. */
export const SessionPanels = ({
  open,
  onClose,
}: {
  readonly open: SessionPanel | undefined
  readonly onClose: () => void
}) => {
  const t = useText()
  if (open === 'steps') return <LaterSteps onClose={onClose} />
  if (open === 'people') return <LaterPeople onClose={onClose} />
  if (open === 'help') {
    return (
      <Panel title={t('help.title')} onClose={onClose}>
        <LaterHelp />
      </Panel>
    )
  }
  return null
}
