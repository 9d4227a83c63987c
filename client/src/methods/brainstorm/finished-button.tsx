import { Check } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'

/** Says that one has nothing to add, and takes it back. Others learn a number only. */
export const FinishedButton = () => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  const isFinished = me.marks.some(({ type }) => type === 'ready')
  if (!me.can['mark']) return null
  return (
    <Button
      look={isFinished ? 'quiet' : 'secondary'}
      wide
      aria-pressed={isFinished}
      onClick={() => void give({ type: isFinished ? 'unmark' : 'mark', mark: 'ready' })}
    >
      {isFinished && <Check size={18} aria-hidden="true" />}
      {t(isFinished ? 'brainstorm.finished-said' : 'brainstorm.finished')}
    </Button>
  )
}
