import type { Board, Cluster, Intention } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { keepCaret } from './wall/caret.ts'
import styles from './cluster-column.module.css'

/**
 * The name of a group, typed in place by those who may. It always shows what the board says, so that what two people
 * type at once is all there, and the caret stays with the letters it stood behind.
 */
export const ClusterTitle = ({
  cluster,
  board,
  label,
  isNew,
  onNamed,
}: {
  readonly cluster: Cluster
  readonly board: Board
  readonly label: string
  readonly isNew: boolean
  /** Given what was done by typing, when it is over. */
  readonly onNamed?: ((intention: Intention) => void) | undefined
}) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const shown = useRef(cluster.title)
  const caret = useRef(0)
  const before = useRef(cluster.title)
  useEffect(() => {
    if (isNew) input.current?.focus()
  }, [isNew])
  useLayoutEffect(() => {
    const last = shown.current
    shown.current = cluster.title
    const element = input.current
    if (!element || document.activeElement !== element || last === cluster.title) return
    const place = keepCaret(last, cluster.title, caret.current)
    element.setSelectionRange(place, place)
    caret.current = place
  }, [cluster.title])

  const write = (value: string): void => {
    board.clusters.rewrite(cluster.id, 'title', value)
    // Typed here: the caret already stands right.
    shown.current = board.clusters.get(cluster.id)?.title ?? value
    caret.current = input.current?.selectionStart ?? value.length
  }
  const finish = (): void => {
    const to = board.clusters.get(cluster.id)?.title ?? ''
    const from = before.current
    before.current = to
    if (from === to) return
    const change = { type: 'set-cluster', id: cluster.id, field: 'title' } as const
    onNamed?.({ do: [{ ...change, from, to }], undo: [{ ...change, from: to, to: from }] })
  }
  return (
    <input
      ref={input}
      className={styles.name}
      dir={cluster.title ? 'auto' : undefined}
      aria-label={t('group.name', { name: label })}
      placeholder={t('group.name-placeholder')}
      maxLength={LIMITS.titleCharacters}
      value={cluster.title}
      onFocus={() => {
        before.current = cluster.title
      }}
      onSelect={({ currentTarget }) => {
        caret.current = currentTarget.selectionStart ?? 0
      }}
      onChange={({ target }) => write(target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        // Named: on to what stands in the group, so that nobody is left nowhere.
        const group = event.currentTarget.closest('section')
        const next = group?.querySelector<HTMLElement>('li button, li select') ?? group?.querySelector('button')
        event.currentTarget.blur()
        next?.focus()
      }}
    />
  )
}
