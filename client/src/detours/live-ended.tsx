import { useCallback } from 'react'
import { JoinProblem } from '../app/join-problem.tsx'
import { Link } from '../app/link.tsx'
import { Loading } from '../app/loading.tsx'
import { Notice } from '../app/notice.tsx'
import { DETOURS } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { fetchView } from '../sync/api.ts'
import type { LiveEnd } from '../sync/live.ts'
import { useView } from '../sync/room-context.ts'
import { useAsked } from '../sync/use-asked.ts'
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

/** The seat of this page is no more: either this browser has another one by now, or none. */
const Unseated = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { session } = useView()
  const [present] = useAsked(useCallback(() => fetchView(session.id), [session.id]))
  if (!present) return <Loading />
  if (!present.ok) return <JoinProblem problem={present.error} session={session.id} onRetry={onAgain} />
  return (
    <MoreTexts from={DETOURS}>
      <SatElsewhere onAgain={onAgain} />
    </MoreTexts>
  )
}

/** Why the session says no more to this page. */
export const LiveEnded = ({ end, onAgain }: { readonly end: LiveEnd; readonly onAgain: () => void }) => {
  switch (end) {
    case 'too-old':
      return <TooOld />
    case 'not-seated':
      return <Unseated onAgain={onAgain} />
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
