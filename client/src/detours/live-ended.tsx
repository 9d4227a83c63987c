import { Link } from '../app/link.tsx'
import { Notice } from '../app/notice.tsx'
import { DETOURS } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import type { LiveEnd } from '../sync/live.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ClosedDoor } from './closed-door.tsx'
import { SatElsewhere } from './sat-elsewhere.tsx'

const TooOld = () => {
  const t = useText()
  return (
    <Notice
      title={t('too-old.title')}
      body={t('too-old.body')}
      actions={
        <Button look="primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  )
}

const Gone = () => {
  const t = useText()
  return (
    <Notice
      title={t('gone.title')}
      body={t('gone.body')}
      actions={
        <Link to={{ page: 'home' }} className={buttonClass({ look: 'primary' })}>
          {t('action.home')}
        </Link>
      }
    />
  )
}

/** Why the session says no more to this page. */
export const LiveEnded = ({ end, onAgain }: { readonly end: LiveEnd; readonly onAgain: () => void }) => {
  switch (end) {
    case 'too-old':
      return <TooOld />
    case 'not-seated':
      return (
        <MoreTexts from={DETOURS}>
          <SatElsewhere onAgain={onAgain} />
        </MoreTexts>
      )
    case 'removed':
      return <ClosedDoor problem={{ code: 'removed' }} onRetry={onAgain} />
    case 'gone':
      return (
        <MoreTexts from={DETOURS}>
          <Gone />
        </MoreTexts>
      )
  }
}
