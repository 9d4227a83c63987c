import { Suspense } from 'react'
import { laterPart } from '../../i18n/later-part.tsx'

const AgendaPanel = laterPart(async () => (await import('./agenda-panel.tsx')).AgendaPanel)

/** The agenda over whatever is shown, loaded when somebody asks. */
export const LaterAgenda = ({ onClose }: { readonly onClose: () => void }) => (
  <Suspense fallback={null}>
    <AgendaPanel onClose={onClose} />
  </Suspense>
)
