import { Palette } from 'lucide-react'
import { ClusterColumn } from '../../board/cluster-column.tsx'
import { ClustersWall } from '../../board/clusters-wall.tsx'
import { ColourLegend } from '../../board/colour-legend.tsx'
import { Empty } from '../../board/empty.tsx'
import { GroupNote } from '../../board/group-note.tsx'
import { useGrowing } from '../../board/use-growing.ts'
import { useIsPhone } from '../../board/use-phone.ts'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { PlaceOnPhone } from './place-on-phone.tsx'
import type { Hand } from './placing.ts'
import { useGrouping } from './use-grouping.ts'
import { WallRoom } from './wall-room.tsx'

/** So many of each group are drawn at first. */
const AT_FIRST = 20

/** The room while items are grouped: the wall, or on narrow screens the groups with their items. */
export const GroupRoom = ({ hand }: { readonly hand: Hand }) => {
  const t = useText()
  const isWide = useIsWide()
  const isPhone = useIsPhone()
  const grouping = useGrouping(hand)
  const { wall, board, clusters, members, duplicates, own, nameOf, newest, moved } = grouping
  const { mayMove, mayGroup, whyNoGroup, newMadeBy, move } = grouping
  const { onOpen, openNames, panel } = grouping.panels
  const longest = Math.max(0, ...clusters.map(({ id }) => members.get(id)?.length ?? 0))
  const limit = useGrowing(longest, AT_FIRST)
  if (isWide) return wall && <WallRoom model={wall} />
  return (
    <>
      <ColourLegend />
      {isPhone && <PlaceOnPhone grouping={grouping} />}
      {clusters.length === 0 ? (
        <Empty title={t('group.none')}>{whyNoGroup ?? t(mayGroup ? 'group.none-all' : 'group.none-some')}</Empty>
      ) : (
        <ClustersWall>
          {clusters.map((cluster, index) => {
            const items = members.get(cluster.id) ?? []
            return (
              <ClusterColumn
                key={cluster.id}
                cluster={cluster}
                name={nameOf(cluster, index)}
                items={items}
                board={mayGroup ? board : undefined}
                isNew={newest === cluster.id}
              >
                {items.slice(0, limit).map((item) => (
                  <GroupNote
                    key={item.id}
                    item={item}
                    clusters={clusters}
                    look="dots"
                    isOwn={own.has(item.id)}
                    takesFocus={moved === item.id && newest !== cluster.id}
                    mayMove={mayMove}
                    mayMakeNew={mayGroup}
                    newMadeBy={newMadeBy}
                    same={duplicates.get(item.id)}
                    onMove={move}
                    onOpen={onOpen}
                  />
                ))}
              </ClusterColumn>
            )
          })}
        </ClustersWall>
      )}
      {openNames && (
        <Button look="quiet" onClick={openNames}>
          <Palette size={18} aria-hidden="true" />
          {t('colours.names')}
        </Button>
      )}
      {panel}
    </>
  )
}
