import type { Draft, DraftItem } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useRecords } from '../sync/room-context.ts'
import { type LeftOver, findLeftOver } from './left-over.ts'

/** What is left over of one's own, or undefined when nothing is. */
export const useLeftOver = (
  step: StepPart | undefined,
): { readonly draft: Draft; readonly leftOver: LeftOver } | undefined => {
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = useSettledDrafts(({ ids }) => ids)
  if (!draft || !step) return undefined
  const leftOver = findLeftOver(drafts, step.id, new Set(settled), undefined)
  return leftOver.asked.length + leftOver.kept.length > 0 ? { draft, leftOver } : undefined
}
