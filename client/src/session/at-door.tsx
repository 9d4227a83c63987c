import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'

/** What somebody at a closed door reads. The page goes in by itself as soon as they are let in. */
export const useDoorWords = (): { readonly title: string; readonly body: string } => {
  const t = useText()
  const { me } = useView()
  switch (me.state) {
    case 'refused':
      return { title: t('door.refused-title'), body: t('door.refused-body') }
    case 'removed':
      return { title: t('removed.title'), body: t('removed.body') }
    case 'parked':
      return { title: t('parked.title'), body: t('parked.body') }
    case 'waiting':
    case 'seated':
      return { title: t('door.asking-title'), body: t('door.asking-body') }
  }
}

/** The way out for somebody who no longer wants to wait. */
export const StopWaiting = ({ onLeft }: { readonly onLeft: () => void }) => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  if (!me.can['leave']) return null
  return (
    <Button look="quiet" onClick={() => void give({ type: 'leave' }).then(onLeft)}>
      {t('action.cancel')}
    </Button>
  )
}
