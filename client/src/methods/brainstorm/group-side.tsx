import type { DraftItem } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import { LateDrafts } from '../../board/late-drafts.tsx'
import { findLeftOver } from '../../board/left-over.ts'
import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { SpotlightAction } from '../../board/spotlight-action.tsx'
import { Tray } from '../../board/tray.tsx'
import { useSettledDrafts } from '../../state/settled-drafts.ts'
import { useDraft, useRecords } from '../../sync/room-context.ts'
import type { Grouping } from './use-grouping.ts'

/** What is left over of one's own, or undefined when nothing is. */
const useLeftOver = (step: StepPart | undefined) => {
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = useSettledDrafts(({ ids }) => ids)
  if (!draft || !step) return undefined
  const leftOver = findLeftOver(drafts, step.id, new Set(settled), undefined)
  return leftOver.asked.length + leftOver.kept.length > 0 ? { draft, leftOver } : undefined
}

/** One's own side beside the wall, where everything else is: what is left over, else nothing at all. */
export const useWallSide = (step: StepPart | undefined): ReactNode => {
  const left = useLeftOver(step)
  return left && <LateDrafts {...left} />
}

/** One's own side beside the list while items are grouped: those in no group yet. */
export const GroupSide = ({ step, grouping }: { readonly step: StepPart; readonly grouping: Grouping }) => {
  const left = useLeftOver(step)
  const { loose, own, clusters, mayMove, mayGroup, moved, move, addGroup } = grouping
  return (
    <>
      {left && <LateDrafts {...left} />}
      <Tray count={loose.length} onNewGroup={mayGroup ? addGroup : undefined}>
        {loose.map((item) => (
          <li key={item.id}>
            <Note item={item} isOwn={own.has(item.id)} actions={<SpotlightAction item={item} />} />
            {mayMove && (
              <MoveSelect
                item={item}
                clusters={clusters}
                look="button"
                takesFocus={moved === item.id}
                mayMakeNew={mayGroup}
                onMove={(target) => move(item, target)}
              />
            )}
          </li>
        ))}
      </Tray>
    </>
  )
}
