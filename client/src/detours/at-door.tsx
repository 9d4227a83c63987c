import { navigate } from '../app/navigation.ts'
import { Notice } from '../app/notice.tsx'
import { DETOURS } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useRoom, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { ClosedDoor } from './closed-door.tsx'
import { SatElsewhere } from './sat-elsewhere.tsx'

const Asking = () => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  return (
    <Notice
      title={t('asking.title')}
      body={t('asking.body')}
      actions={
        me.can['leave'] && (
          <Button look="quiet" onClick={() => void give({ type: 'leave' }).then(() => navigate({ page: 'home' }))}>
            {t('action.cancel')}
          </Button>
        )
      }
    />
  )
}

/** For somebody who has a seat and does not sit on it now. The page goes in by itself as soon as they are let in. */
export const AtDoor = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { me, session } = useView()
  switch (me.state) {
    case 'refused':
      return <ClosedDoor problem={{ code: 'not-allowed' }} onRetry={onAgain} />
    case 'removed':
      return <ClosedDoor problem={{ code: 'removed' }} session={session.id} onRetry={onAgain} />
    case 'parked':
      return (
        <MoreTexts from={DETOURS}>
          <SatElsewhere onAgain={onAgain} />
        </MoreTexts>
      )
    case 'waiting':
    case 'seated':
      return (
        <MoreTexts from={DETOURS}>
          <Asking />
        </MoreTexts>
      )
  }
}
