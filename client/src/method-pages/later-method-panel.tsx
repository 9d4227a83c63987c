import type { MethodId } from '@roundel/shared/methods'
import { BookOpen } from 'lucide-react'
import { Suspense, useState } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { METHOD_VIEWS } from '../methods/index.ts'

const MethodPanel = laterPart(async () => (await import('./method-panel.tsx')).MethodPanel)

/** The page of a method over the screen, loaded when somebody asks. */
export const LaterMethodPanel = (props: { readonly id: MethodId; readonly onClose: () => void }) => (
  <Suspense fallback={null}>
    <MethodPanel {...props} />
  </Suspense>
)

/** Opens the page of the method that is going on. */
export const LaterMethodButton = ({ id }: { readonly id: MethodId }) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <BookOpen size={18} aria-hidden="true" />
        {t('help.method', { method: t(METHOD_VIEWS[id].name) })}
      </Button>
      {isOpen && <LaterMethodPanel id={id} onClose={() => setIsOpen(false)} />}
    </>
  )
}
