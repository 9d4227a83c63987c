import { GroupNote } from '../../board/group-note.tsx'
import { Tray } from '../../board/tray.tsx'
import { useIsPhone } from '../../board/use-phone.ts'
import type { Hand } from './placing.ts'
import { useGrouping } from './use-grouping.ts'

/** One's own side beside the list while items are grouped: those in no group yet. On phones they come one at a time. */
export const GroupSide = ({ hand }: { readonly hand: Hand }) => {
  const isPhone = useIsPhone()
  const { loose, own, clusters, mayMove, mayGroup, whyNoGroup, newMadeBy, moved, move, addGroup, duplicates, panels } =
    useGrouping(hand)
  if (isPhone) return null
  return (
    <Tray count={loose.length} onNewGroup={mayGroup ? addGroup : undefined} whyNoGroup={whyNoGroup}>
      {loose.map((item) => (
        <GroupNote
          key={item.id}
          item={item}
          clusters={clusters}
          look="button"
          isOwn={own.has(item.id)}
          takesFocus={moved === item.id}
          mayMove={mayMove}
          mayMakeNew={mayGroup}
          newMadeBy={newMadeBy}
          same={duplicates.get(item.id)}
          onMove={move}
          onOpen={panels.onOpen}
        />
      ))}
      {panels.panel && <li>{panels.panel}</li>}
    </Tray>
  )
}
