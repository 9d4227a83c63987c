import { ClusterColumn } from '../../board/cluster-column.tsx'
import { ClustersWall } from '../../board/clusters-wall.tsx'
import { Empty } from '../../board/empty.tsx'
import { MoveSelect } from '../../board/move-select.tsx'
import { Note } from '../../board/note.tsx'
import { PlaceOne } from '../../board/place-one.tsx'
import { SpotlightAction } from '../../board/spotlight-action.tsx'
import { useText } from '../../i18n/text.ts'
import type { Grouping } from './use-grouping.ts'

/** The room while items are grouped: the groups with their items. */
export const GroupRoom = ({ grouping }: { readonly grouping: Grouping }) => {
  const t = useText()
  const { board, clusters, members, loose, own, nameOf, newest, moved, mayMove, mayGroup, move } = grouping
  return (
    <>
      {mayMove && <PlaceOne loose={loose} clusters={clusters} own={own} mayMakeNew={mayGroup} onMove={move} />}
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
                      actions={
                        <>
                          <SpotlightAction item={item} />
                          {mayMove && (
                            <MoveSelect
                              item={item}
                              clusters={clusters}
                              look="dots"
                              mayMakeNew={mayGroup}
                              takesFocus={moved === item.id && newest !== cluster.id}
                              onMove={(target) => move(item, target)}
                            />
                          )}
                        </>
                      }
                    />
                  </li>
                ))}
              </ClusterColumn>
            )
          })}
        </ClustersWall>
      )}
    </>
  )
}
