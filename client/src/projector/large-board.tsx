import type { Cluster, Item } from '@roundel/shared/board'
import { useRef } from 'react'
import { arrange, listClusters } from '../board/grouping.ts'
import { useClusterName } from '../board/move-select.tsx'
import { Note } from '../board/note.tsx'
import { useNumber, useText } from '../i18n/text.ts'
import { useBoard, useRecords } from '../sync/room-context.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './large-board.module.css'
import { useFit } from './use-fit.ts'
import { useTurning } from './use-turning.ts'

/** Letters, as parts of the wall's own. */
const SIZES = [2.2, 1.9, 1.65, 1.4, 1.2, 1.05, 0.92] as const

/** A note of more characters than this is twice as wide. */
const LONG = 110

const NONE: ReadonlySet<never> = new Set()

const Notes = ({ label, items }: { readonly label: string; readonly items: readonly Item[] }) => (
  <ul className={styles.notes} aria-label={label}>
    {items.map((item) => (
      <li key={item.id} data-item={item.id} className={joinClasses(item.text.length > LONG && styles.long)}>
        <Note item={item} isOwn={false} />
      </li>
    ))}
  </ul>
)

/** The groups of a board that hold any of these items, and how many of them are in none. */
const useGroups = (items: readonly Item[]) => {
  const records = useRecords<Cluster>(useBoard()?.clusters)
  const used = new Set(items.map(({ cluster }) => cluster))
  const clusters = listClusters(records, items, NONE).filter(({ id }) => used.has(id))
  return { clusters, ...arrange(items, clusters) }
}

/**
 * Ideas and groups as large as the room on the wall allows. Where there are too many for letters that can be read at the
 * back, it turns from page to page by itself, and rests when somebody scrolls.
 */
export const LargeBoard = ({ items }: { readonly items: readonly Item[] }) => {
  const t = useText()
  const number = useNumber()
  const nameOf = useClusterName()
  const { clusters, members, loose } = useGroups(items)
  const area = useRef<HTMLElement>(null)
  const { page, pages, look } = useTurning(area)
  useFit(area, SIZES, look, items.length > 0)
  if (items.length === 0) return <p className={styles.nothing}>{t('projector.nothing')}</p>
  return (
    <div className={styles.around}>
      <section
        ref={area}
        className={joinClasses(styles.board, pages > 1 && styles.turned, page < pages && styles.goesOn)}
        aria-label={t('board.ideas')}
        // What scrolls can be scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={styles.content}>
          {clusters.length > 0 && (
            <div className={styles.groups}>
              {clusters.map((cluster, index) => {
                const held = members.get(cluster.id) ?? []
                return (
                  <section key={cluster.id} className={styles.group} aria-label={nameOf(cluster, index)}>
                    <header className={styles.name}>
                      {cluster.colour && (
                        <span className={joinClasses(styles.mark, colourClass(cluster.colour))}>
                          <ColourMark colour={cluster.colour} size={18} />
                        </span>
                      )}
                      <h2>
                        <bdi translate="yes">{nameOf(cluster, index)}</bdi>
                      </h2>
                      <span className={styles.size}>{number(held.length)}</span>
                    </header>
                    <Notes label={nameOf(cluster, index)} items={held} />
                  </section>
                )
              })}
            </div>
          )}
          {clusters.length === 0 && <Notes label={t('board.ideas')} items={loose} />}
          {clusters.length > 0 && loose.length > 0 && (
            <section aria-label={t('group.loose')}>
              <h2 className={styles.loose}>{t('group.loose')}</h2>
              <Notes label={t('group.loose')} items={loose} />
            </section>
          )}
        </div>
      </section>
      {pages > 1 && <p className={styles.page}>{t('projector.page', { page, pages })}</p>}
    </div>
  )
}
