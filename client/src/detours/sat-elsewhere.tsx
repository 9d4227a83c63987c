import { Notice } from '../app/notice.tsx'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'

/** Another tab of this browser sat down as somebody else: this page can go on with that seat. */
export const SatElsewhere = ({ onAgain }: { readonly onAgain: () => void }) => {
  const t = useText()
  return (
    <Notice
      title={t('parked.title')}
      body={t('parked.body')}
      actions={
        <Button look="primary" onClick={onAgain}>
          {t('parked.go-on')}
        </Button>
      }
    />
  )
}
