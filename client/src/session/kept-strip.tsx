import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useKeptTextsOf } from '../state/kept-texts.ts'
import { useRoom, useViewPart } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Panel } from '../ui/panel.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { KeptTexts } from './kept-texts.tsx'

/** Says that texts could not be delivered and lie on this device, and shows them. */
export const KeptStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { id } = useRoom()
  const count = useKeptTextsOf(id, useViewPart('me').seat).length
  const [isOpen, setIsOpen] = useState(false)
  const said = useRef(0)
  useEffect(() => {
    if (count > said.current) announce(t('kept.title', { count }), 'assertive')
    said.current = count
  }, [count, announce, t])
  if (count === 0) return null
  return (
    <>
      <Strip tone="warn" actions={<StripButton onClick={() => setIsOpen(true)}>{t('kept.show')}</StripButton>}>
        {t('kept.title', { count })}
      </Strip>
      {isOpen && (
        <Panel title={t('saved.on-device')} onClose={() => setIsOpen(false)}>
          <KeptTexts />
        </Panel>
      )}
    </>
  )
}
