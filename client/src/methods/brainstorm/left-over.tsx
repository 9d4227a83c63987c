import type { DraftItem } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import { LateDrafts } from '../../board/late-drafts.tsx'
import { findLeftOver } from '../../board/left-over.ts'
import { useSettledDrafts } from '../../state/settled-drafts.ts'
import { useDraft, useRecords } from '../../sync/room-context.ts'

/** What is left over of one's own ideas, to be asked about; undefined when nothing is. */
export const useLeftOver = (step: StepPart | undefined): ReactNode => {
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = useSettledDrafts(({ ids }) => ids)
  if (!draft || !step) return undefined
  const leftOver = findLeftOver(drafts, step.id, new Set(settled), undefined)
  if (leftOver.asked.length + leftOver.kept.length === 0) return undefined
  return <LateDrafts draft={draft} leftOver={leftOver} />
}
