import { Palette } from 'lucide-react'
import { ClusterColumn } from '../../board/cluster-column.tsx'
import { ClustersWall } from '../../board/clusters-wall.tsx'
import { ColourLegend } from '../../board/colour-legend.tsx'
import { Empty } from '../../board/empty.tsx'
import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { PlaceOne } from '../../board/place-one.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import type { Grouping } from './use-grouping.ts'

/** The room while items are grouped: the groups with their items. */
export const GroupRoom = ({ grouping }: { readonly grouping: Grouping }) => {
  const t = useText()
  const { board, clusters, members, loose, duplicates, own, nameOf, newest, moved, mayMove, mayGroup, move } = grouping
  const { onOpen, openNames, panel } = grouping.panels
  return (
    <>
      <ColourLegend />
      {mayMove && (
        <PlaceOne
          loose={loose}
          clusters={clusters}
          own={own}
          duplicates={duplicates}
          mayMakeNew={mayGroup}
          onMove={move}
          onOpen={onOpen}
        />
      )}
      {clusters.length === 0 ? (
        <Empty title={t('group.none')}>{t(mayMove ? 'group.none-all' : 'group.none-some')}</Empty>
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
                {items.map((item) => (
                  <li key={item.id}>
                    <Note
                      item={item}
                      isOwn={own.has(item.id)}
                      same={duplicates.get(item.id)}
                      actions={
                        mayMove && (
                          <MoveSelect
                            item={item}
                            clusters={clusters}
                            look="dots"
                            mayMakeNew={mayGroup}
                            takesFocus={moved === item.id && newest !== cluster.id}
                            onMove={(target) => move(item, target)}
                            onOpen={onOpen}
                          />
                        )
                      }
                    />
                  </li>
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
