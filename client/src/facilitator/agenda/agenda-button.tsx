import { ListOrdered } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../i18n/text.ts'

const AgendaPanel = lazy(async () => ({ default: (await import('./agenda-panel.tsx')).AgendaPanel }))

/** Opens the agenda over whatever is shown. */
export const LaterAgenda = ({ onClose }: { readonly onClose: () => void }) => (
  <Suspense fallback={null}>
    <AgendaPanel onClose={onClose} />
  </Suspense>
)

/** The button of the bar that opens the agenda. */
export const AgendaButton = ({ className }: { readonly className?: string }) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t('agenda.heading')}
        title={t('agenda.heading')}
        onClick={() => setIsOpen(true)}
      >
        <ListOrdered size={18} aria-hidden="true" />
      </button>
      {/* Outside of the bar, whose colours are its own. */}
      {isOpen && createPortal(<LaterAgenda onClose={() => setIsOpen(false)} />, document.body)}
    </>
  )
}
