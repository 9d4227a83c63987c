import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from './notice.tsx'

/** How browsers say that a part of the page could not be loaded. */
const MISSING_PART = /dynamically imported module|module script failed|preload CSS/i

/** "Something broke on our side", with a way on and the details for whoever helps. */
export const Broken = ({ fault }: { readonly fault: unknown }) => {
  const t = useText()
  // After an update of the server the parts of the old page are gone.
  const isOutdated = fault instanceof Error && MISSING_PART.test(fault.message)
  const details = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  return (
    <Notice
      title={t(isOutdated ? 'too-old.title' : 'fault.title')}
      body={t(isOutdated ? 'too-old.body' : 'fault.body')}
      actions={
        <>
          <Button look="primary" onClick={() => location.reload()}>
            {t('action.reload')}
          </Button>
          <Button look="quiet" onClick={() => void navigator.clipboard?.writeText(details)}>
            {t('action.copy-details')}
          </Button>
        </>
      }
    />
  )
}
