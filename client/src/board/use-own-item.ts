import type { Item } from '@roundel/shared/board'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/**
 * Correcting and withdrawing one's own items on the board, while the phase allows it. Where names are hidden the server
 * writes the correction, so that not even the document tells who made it.
 */
export const useOwnItem = () => {
  const t = useText()
  const announce = useAnnounce()
  const board = useBoard()
  const { give } = useRoom()
  const { me, step } = useView()

  const save = async (item: Item, text: string): Promise<void> => {
    if (text === item.text) return
    const isSigned = step?.names === 'shown' && item.author === me.seat
    if (isSigned && board) return board.items.rewrite(item.id, 'text', text)
    const reply = await give({ type: 'edit-item', item: item.id, text })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  const withdraw = async (item: Item): Promise<void> => {
    const reply = await give({ type: 'withdraw', item: item.id, withdrawn: true })
    announce(reply.ok ? t('own.withdrawn') : t(PROBLEM_TEXTS[reply.error.code]), reply.ok ? 'polite' : 'assertive')
  }
  const mayEdit = Boolean(
    step?.policies.edit !== 'none' && (!step?.locked || me.role !== 'participant') && me.can['edit-item'],
  )
  return { mayEdit, save, withdraw }
}
