import type { Board, Cluster, Item } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import styles from './cluster-column.module.css'

/** The name of a group, typed in place by those who may. What another types meanwhile survives. */
const ClusterTitle = ({
  cluster,
  board,
  label,
  isNew,
}: {
  readonly cluster: Cluster
  readonly board: Board
  readonly label: string
  readonly isNew: boolean
}) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    if (isNew) input.current?.focus()
  }, [isNew])
  return (
    <input
      ref={input}
      className={styles.name}
      dir={(typed ?? cluster.title) ? 'auto' : undefined}
      aria-label={t('group.name', { name: label })}
      placeholder={t('group.name-placeholder')}
      maxLength={LIMITS.titleCharacters}
      value={typed ?? cluster.title}
      onChange={({ target: { value } }) => {
        setTyped(value)
        board.clusters.rewrite(cluster.id, 'title', value)
      }}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

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
