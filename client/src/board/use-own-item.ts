import type { Item } from '@roundel/shared/board'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { useKept } from './kept.ts'

/**
 * Correcting and withdrawing one's own items on the board, while the phase allows it. Where names are hidden the server
 * writes the correction, so that not even the document tells who made it. What others count on stays as it is.
 */
export const useOwnItem = () => {
  const t = useText()
  const announce = useAnnounce()
  const board = useBoard()
  const { give } = useRoom()
  const { me, step } = useView()
  const kept = useKept()

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
  const isOpen = Boolean(
    step?.policies.edit !== 'none' && (!step?.locked || me.role !== 'participant') && me.can['edit-item'],
  )
  const edits = step?.policies.edits
  const mayEdit = ({ id, kind }: Item): boolean =>
    isOpen && !kept.has(id) && (edits === undefined || edits.includes(kind))
  return { mayEdit, save, withdraw }
}
