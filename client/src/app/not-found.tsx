import { useText } from '../i18n/text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'

export const NotFound = () => {
  const t = useText()
  return (
    <Notice
      title={t('not-found.title')}
      body={t('not-found.body')}
      actions={
        <Link to={{ page: 'home' }} className={buttonClass({ look: 'primary' })}>
          {t('action.home')}
        </Link>
      }
    />
  )
}
