import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from './notice.tsx'

/** "Something broke on our side", with a way on and the details for whoever helps. */
export const Broken = ({ fault }: { readonly fault: unknown }) => {
  const t = useText()
  const details = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  return (
    <Notice
      title={t('fault.title')}
      body={t('fault.body')}
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
