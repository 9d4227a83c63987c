import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useWaysBack } from '../state/ways-back.ts'
import { inviteUrl } from '../sync/invite-url.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { useView } from '../sync/room-context.ts'
import { Panel } from '../ui/panel.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { WayBack } from './way-back.tsx'

/** Reminds whoever leads, before the start, that only their link lets them lead again; until they took it along. */
export const WayBackStrip = () => {
  const t = useText()
  const { session } = useView()
  const { origin } = usePageSettings()
  const isSaved = useWaysBack(({ saved }) => saved.includes(session.id))
  const [isOpen, setIsOpen] = useState(false)
  const secret = session.links?.facilitator
  if (!secret || session.state !== 'lobby' || (isSaved && !isOpen)) return null
  return (
    <>
      <Strip tone="warn" actions={<StripButton onClick={() => setIsOpen(true)}>{t('way-back.open')}</StripButton>}>
        {t('way-back.missing')}
      </Strip>
      {isOpen && (
        <Panel title={t('way-back.title')} onClose={() => setIsOpen(false)}>
          <WayBack
            session={session.id}
            title={session.title}
            link={inviteUrl(origin, session.id, 'facilitator', secret)}
            isPlanned={session.plannedAt !== undefined}
          />
        </Panel>
      )}
    </>
  )
}
