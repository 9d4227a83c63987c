import type { Draft, DraftItem } from '@roundel/shared/board'
import type { StepId } from '@roundel/shared/kernel'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useIsDraftConnected, useRecords, useView } from '../sync/room-context.ts'
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
  const isConnected = useIsDraftConnected()
  if (!draft) return undefined
  const inHand = id ? new Set([...sending, id]) : sending
  // What was meant for a table is asked about by its café while that lasts.
  const isOpen = (step: StepId, { table }: DraftItem): boolean =>
    isStepOpen(view, step) && !(table && step === view.step?.id)
  const found = findLeftOver(drafts, isOpen, new Set(settled), inHand)
  // Until the draft is in step again the reveal may have taken along what seems left over here.
  const leftOver = isConnected ? found : { ...found, asked: found.asked.filter(({ state }) => state !== 'ready') }
  return leftOver.asked.length + leftOver.kept.length > 0 ? { draft, leftOver } : undefined
}
