import type { Board, Cluster, Item } from '@roundel/shared/board'
import type { ReactNode } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { ClusterTitle } from './cluster-title.tsx'
import styles from './cluster-column.module.css'

/** A group with its name, its size and its items. */
export const ClusterColumn = ({
  cluster,
  name,
  items,
  board,
  isNew,
  children,
}: {
  readonly cluster: Cluster
  readonly name: string
  readonly items: readonly Item[]
  /** For those who may name groups. */
  readonly board: Board | undefined
  /** Made just now by this person, who is about to name it. */
  readonly isNew: boolean
  readonly children: ReactNode
}) => {
  const t = useText()
  const number = useNumber()
  return (
    <section className={styles.cluster} aria-label={name}>
      <header className={styles.header}>
        {cluster.colour && (
          <span className={joinClasses(styles.mark, colourClass(cluster.colour))}>
            <ColourMark colour={cluster.colour} size={10} />
          </span>
        )}
        <h2 className={styles.title}>
          {board ? (
            <ClusterTitle cluster={cluster} board={board} label={name} isNew={isNew} />
          ) : (
            <bdi translate="yes">{name}</bdi>
          )}
        </h2>
        <span className={styles.size}>{number(items.length)}</span>
      </header>
      {items.length === 0 ? (
        <p className={styles.empty}>{t('group.empty')}</p>
      ) : (
        <ul className={styles.stack}>{children}</ul>
      )}
    </section>
  )
}
