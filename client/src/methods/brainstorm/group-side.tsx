import type { DraftItem } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { LateDrafts } from '../../board/late-drafts.tsx'
import { findLeftOver } from '../../board/left-over.ts'
import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { Tray } from '../../board/tray.tsx'
import { useSettledDrafts } from '../../state/settled-drafts.ts'
import { useDraft, useRecords } from '../../sync/room-context.ts'
import type { Grouping } from './use-grouping.ts'

/** One's own side while items are grouped: those in no group yet. */
export const GroupSide = ({ step, grouping }: { readonly step: StepPart; readonly grouping: Grouping }) => {
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = useSettledDrafts(({ ids }) => ids)
  const { loose, own, clusters, mayMove, mayGroup, moved, move, addGroup } = grouping
  return (
    <>
      {draft && <LateDrafts draft={draft} leftOver={findLeftOver(drafts, step.id, new Set(settled), undefined)} />}
      <Tray count={loose.length} onNewGroup={mayGroup ? addGroup : undefined}>
        {loose.map((item) => (
          <li key={item.id}>
            <Note item={item} isOwn={own.has(item.id)} />
            {mayMove && (
              <MoveSelect
                item={item}
                clusters={clusters}
                look="button"
                takesFocus={moved === item.id}
                onMove={(target) => move(item, target)}
              />
            )}
          </li>
        ))}
      </Tray>
    </>
  )
}
