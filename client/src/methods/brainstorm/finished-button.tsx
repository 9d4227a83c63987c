import { Check } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { useAction } from '../../keys/actions.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'

/** Says that one has nothing to add, and takes it back. Others learn a number only. */
export const FinishedButton = () => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  const isFinished = me.marks.some(({ type }) => type === 'ready')
  const label = t(isFinished ? 'brainstorm.finished-said' : 'brainstorm.finished')
  const mark = (): void => void give({ type: isFinished ? 'unmark' : 'mark', mark: 'ready' })
  useAction({ id: 'finished', name: label, run: mark, when: me.can['mark'] === true })
  if (!me.can['mark']) return null
  return (
    <Button look={isFinished ? 'quiet' : 'secondary'} wide aria-pressed={isFinished} onClick={mark}>
      {isFinished && <Check size={18} aria-hidden="true" />}
      {label}
    </Button>
  )
}
