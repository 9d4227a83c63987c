import type { Cluster } from '@roundel/shared/board'
import { GripVertical, Palette } from 'lucide-react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useNumber, useText } from '../../i18n/text.ts'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { ClusterTitle } from '../cluster-title.tsx'
import { CLUSTER_ICONS, isClusterIcon } from './cluster-looks.ts'
import type { Box } from './geometry.ts'
import type { WallModel } from './model.ts'
import styles from './wall-cluster.module.css'

const ClusterIcon = ({ name }: { readonly name: string | undefined }) => {
  if (!isClusterIcon(name)) return null
  const Icon = CLUSTER_ICONS[name]
  return <Icon className={styles.icon} size={18} aria-hidden="true" />
}

/** A group on the wall: its head, by which it is moved, and its notes in a column. */
export const WallCluster = ({
  cluster,
  name,
  box,
  count,
  dir,
  model: { board, acts },
  isTarget,
  onPress,
  onKey,
  onLook,
  children,
}: {
  readonly cluster: Cluster
  readonly name: string
  readonly box: Box
  readonly count: number
  readonly dir: 'ltr' | 'rtl'
  readonly model: WallModel
  readonly isTarget: boolean
  readonly onPress: (event: PointerEvent<HTMLElement>) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
  readonly onLook: () => void
  readonly children: ReactNode
}) => {
  const t = useText()
  const number = useNumber()
  const shaper = acts?.mayGroup ? acts : undefined
  return (
    <section
      className={joinClasses(
        styles.cluster,
        cluster.colour && colourClass(cluster.colour),
        cluster.colour && styles.coloured,
        isTarget && styles.target,
      )}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, minBlockSize: box.height }}
      dir={dir}
      aria-label={name}
      data-cluster={cluster.id}
    >
      <header className={joinClasses(styles.head, shaper && styles.movable)} onPointerDown={onPress}>
        {shaper && (
          <button
            type="button"
            className={styles.grip}
            data-grip=""
            aria-label={t('wall.move-group', { name })}
            onKeyDown={onKey}
          >
            <GripVertical size={16} aria-hidden="true" />
          </button>
        )}
        <ClusterIcon name={cluster.icon} />
        {cluster.colour && <ColourMark colour={cluster.colour} size={11} />}
        <h2 className={styles.title}>
          {shaper && board ? (
            <ClusterTitle
              cluster={cluster}
              board={board}
              label={name}
              isNew={shaper.newest === cluster.id}
              onNamed={shaper.note}
            />
          ) : (
            <bdi translate="yes">{name}</bdi>
          )}
        </h2>
        <span className={styles.size}>{number(count)}</span>
        {shaper && (
          <button type="button" className={styles.look} aria-label={t('cluster.look', { name })} onClick={onLook}>
            <Palette size={16} aria-hidden="true" />
          </button>
        )}
      </header>
      {count === 0 ? <p className={styles.empty}>{t('group.empty')}</p> : <ul className={styles.stack}>{children}</ul>}
    </section>
  )
}
