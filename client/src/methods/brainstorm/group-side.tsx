import type { StepPart } from '@roundel/shared/session'
import { LateDrafts } from '../../board/late-drafts.tsx'
import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { Tray } from '../../board/tray.tsx'
import { useLeftOver } from '../../board/use-left-over.ts'
import type { Grouping } from './use-grouping.ts'

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
            <Note item={item} isOwn={own.has(item.id)} />
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
