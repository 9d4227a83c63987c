import type { SessionId } from '@roundel/shared/kernel'
import { Link } from '../app/link.tsx'
import { Notice } from '../app/notice.tsx'
import { useText } from '../i18n/text.ts'
import { buttonClass } from '../ui/button.tsx'

/** For whoever leads no more, or never did. */
export const NotLeading = ({ session }: { readonly session: SessionId }) => {
  const t = useText()
  return (
    <Notice
      title={t('projector.not-leading')}
      body={t('projector.not-leading-body')}
      actions={
        <Link to={{ page: 'stage', session }} className={buttonClass({ look: 'primary' })}>
          {t('projector.to-session')}
        </Link>
      }
    />
  )
}
