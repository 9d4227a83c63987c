import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { Tray } from '../../board/tray.tsx'
import type { Grouping } from './use-grouping.ts'
import styles from './ideas-side.module.css'

/** One's own side beside the list while items are grouped: those in no group yet. */
export const GroupSide = ({ grouping }: { readonly grouping: Grouping }) => {
  const { loose, own, clusters, mayMove, mayGroup, moved, move, addGroup } = grouping
  return (
    <div className={styles.wide}>
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
    </div>
  )
}
