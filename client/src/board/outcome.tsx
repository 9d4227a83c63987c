import { type Cluster, type Item, type Link, isJudgeable } from '@roundel/shared/board'
import type { ClusterId } from '@roundel/shared/kernel'
import { useText } from '../i18n/text.ts'
import { useBoard, useRecords } from '../sync/room-context.ts'
import { ClusterColumn } from './cluster-column.tsx'
import { ClustersWall } from './clusters-wall.tsx'
import { ColourLegend } from './colour-legend.tsx'
import { arrange, listClusters } from './grouping.ts'
import { listDuplicates, listPublished } from './items.ts'
import { useClusterName } from './move-select.tsx'
import { Note } from './note.tsx'
import { NotesWall } from './notes-wall.tsx'
import styles from './outcome.module.css'
import { LineageButton } from '../workspace/lineage-button.tsx'
import { WorseIdeas } from './worse-ideas.tsx'

/** The groups that hold one of these items: what else there is belongs to other steps. */
const pickUsed = (
  records: ReadonlyMap<ClusterId, Cluster>,
  items: readonly Item[],
): ReadonlyMap<ClusterId, Cluster> => {
  const used = new Set(items.map(({ cluster }) => cluster))
  return new Map([...records].filter(([id]) => used.has(id)))
}

const NONE: ReadonlySet<never> = new Set()

/** What was made, by group, to be read only: everything, or what `isShown` picks. */
export const Outcome = ({
  isShown,
}: {
  readonly isShown?: (item: Item, clusters: ReadonlyMap<ClusterId, Cluster>) => boolean
}) => {
  const t = useText()
  const nameOf = useClusterName()
  const board = useBoard()
  const records = useRecords<Item>(board?.items)
  const allClusters = useRecords<Cluster>(board?.clusters)
  const published = listPublished(records)
  const links = useRecords<Link>(board?.links)
  const shown = isShown ? published.filter((item) => isShown(item, allClusters)) : published
  // What would make things worse stands apart from what is proposed, beside what was made of it.
  const items = shown.filter(({ kind }) => isJudgeable(kind))
  const worse = shown.filter(({ kind }) => !isJudgeable(kind))
  const duplicates = listDuplicates(records, links)
  const clusters = listClusters(isShown ? pickUsed(allClusters, items) : allClusters, items, NONE)
  const { members, loose } = arrange(items, clusters)
  return (
    <div className={styles.outcome}>
      <ColourLegend />
      {clusters.length > 0 && (
        <ClustersWall>
          {clusters.map((cluster, index) => (
            <ClusterColumn
              key={cluster.id}
              cluster={cluster}
              name={nameOf(cluster, index)}
              items={members.get(cluster.id) ?? []}
              board={undefined}
              isNew={false}
            >
              {(members.get(cluster.id) ?? []).map((item) => (
                <li key={item.id}>
                  <Note
                    item={item}
                    isOwn={false}
                    same={duplicates.get(item.id)}
                    actions={<LineageButton item={item} />}
                  />
                </li>
              ))}
            </ClusterColumn>
          ))}
        </ClustersWall>
      )}
      {loose.length > 0 && (
        <section className={styles.loose} aria-label={t(clusters.length > 0 ? 'group.loose' : 'board.ideas')}>
          {clusters.length > 0 && <h2 className={styles.heading}>{t('group.loose')}</h2>}
          <NotesWall label={t('board.ideas')}>
            {loose.map((item) => (
              <li key={item.id}>
                <Note
                  item={item}
                  isOwn={false}
                  same={duplicates.get(item.id)}
                  actions={<LineageButton item={item} />}
                />
              </li>
            ))}
          </NotesWall>
        </section>
      )}
      {worse.length > 0 && <WorseIdeas items={worse} board={records} links={links} duplicates={duplicates} />}
    </div>
  )
}
