import type { Draft, DraftItem } from '@roundel/shared/board'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useRecords, useView } from '../sync/room-context.ts'
import { type LeftOver, findLeftOver } from './left-over.ts'
import { isStepOpen } from './revealed.ts'
import { useWriting } from './writing.tsx'

/** What is left over of one's own, or undefined when nothing is. */
export const useLeftOver = (): { readonly draft: Draft; readonly leftOver: LeftOver } | undefined => {
  const view = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = useSettledDrafts(({ ids }) => ids)
  const { id, sending } = useWriting()
  if (!draft) return undefined
  const inHand = id ? new Set([...sending, id]) : sending
  const leftOver = findLeftOver(drafts, (step) => isStepOpen(view, step), new Set(settled), inHand)
  return leftOver.asked.length + leftOver.kept.length > 0 ? { draft, leftOver } : undefined
}
