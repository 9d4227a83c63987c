import { FileInput } from 'lucide-react'
import { Suspense, useState } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'

const ImportPanel = laterPart(async () => (await import('../workspace/import-panel.tsx')).ImportPanel)

/** The way to bring something in before the start, for those who lead. */
export const BringIn = () => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <FileInput size={18} aria-hidden="true" />
        {t('lobby.bring-in')}
      </Button>
      {isOpen && (
        <Suspense>
          <ImportPanel onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
