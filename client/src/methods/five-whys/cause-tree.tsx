import type { ItemId } from '@roundel/shared/kernel'
import { pathOf } from '@roundel/shared/methods/five-whys'
import { ChevronRight, Eye } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../../i18n/text.ts'
import { directionOf } from '../../i18n/language.ts'
import { runAction } from '../../keys/actions.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { useLatest } from '../../ui/stable.ts'
import { CauseChips } from './cause-chips.tsx'
import { useWhys } from './model.ts'
import styles from './tree.module.css'
import { type TreeRow, findRow, listRows } from './tree-rows.ts'

const PROBLEM = 'problem'
/** With more causes than this a wall shows the branch that people look at. */
const ON_A_WALL = 6
const keyOf = (row: TreeRow): string => row.cause?.item ?? PROBLEM

/** What a row is asked to do: to be looked at, to be folded or opened, or to be answered. */
interface RowActs {
  readonly onChoose: (item: ItemId | undefined) => void
  readonly onFold: (item: ItemId | undefined) => void
  readonly onReach: (item: ItemId | undefined) => void
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>) => void
}

const Row = ({
  row,
  text,
  isChosen,
  isFocus,
  isStop,
  isLight,
  onChoose,
  onFold,
  onReach,
  onKey,
}: {
  readonly row: TreeRow
  readonly text: string
  readonly isChosen: boolean
  /** Everyone is turned to it. */
  readonly isFocus: boolean
  /** Where Tab comes in. */
  readonly isStop: boolean
  /** Names of states are left to the details. */
  readonly isLight: boolean
} & RowActs) => {
  const t = useText()
  const { itemOf } = useWhys()
  const { cause, level, place, siblings, children, below, isOpen, lines, isPruned } = row
  const item = cause?.item
  const lang = item && itemOf(item)?.lang
  return (
    <div
      role="treeitem"
      data-row={keyOf(row)}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={children > 0 ? isOpen : undefined}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      className={joinClasses(styles.row, isChosen && styles.chosen, isPruned && styles.pruned)}
      onClick={() => onChoose(item)}
      onKeyDown={onKey}
      onFocus={() => onReach(item)}
    >
      {lines.map((goesOn, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={joinClasses(styles.line, goesOn && styles.through, index === lines.length - 1 && styles.branch)}
        />
      ))}
      <span className={styles.card}>
        {children > 0 ? (
          <span
            aria-hidden="true"
            className={joinClasses(styles.fold, isOpen && styles.open)}
            onClick={(event) => {
              event.stopPropagation()
              onFold(item)
            }}
          >
            <ChevronRight size={18} />
          </span>
        ) : (
          <span className={styles.leaf} aria-hidden="true" />
        )}
        <span className={styles.words}>
          {item ? (
            <span
              key={text}
              className={styles.text}
              lang={lang === 'und' ? undefined : lang}
              dir="auto"
              translate="yes"
            >
              {text}
            </span>
          ) : (
            <strong key={text} className={styles.text} dir="auto" translate="yes">
              {text || t('whys.problem-open')}
            </strong>
          )}
          <span className={styles.chips}>
            {isFocus && (
              <Chip tone="accent">
                <Eye size={14} aria-hidden="true" />
                {t('whys.in-focus')}
              </Chip>
            )}
            {cause && !isLight && <CauseChips cause={cause} />}
            {children > 0 && !isOpen && <Chip>{t('whys.below', { count: below })}</Chip>}
          </span>
        </span>
      </span>
    </div>
  )
}

/**
 * The causes as a tree that is also an indented list: arrows move, open and fold; Enter answers, Shift with Enter answers
 * beside it, Space looks at it.
 */
export const CauseTree = ({
  onAnswer,
  isLight = false,
}: {
  /** Puts the caret where a cause of this is written; absent where nothing is added. */
  readonly onAnswer?: ((parent: ItemId | undefined) => void) | undefined
  readonly isLight?: boolean
}) => {
  const t = useText()
  const language = useLanguage()
  const { tree, chosen, choose, say, problem, isScreen } = useWhys()
  const [folded, setFolded] = useState<ReadonlySet<ItemId | undefined>>(new Set())
  const [stop, setStop] = useState<ItemId>()
  const around = useRef<HTMLDivElement>(null)
  // What is looked at is never folded away.
  const path = chosen === undefined ? [] : pathOf(tree, chosen).slice(1)
  const hidden = path.some(({ item }) => folded.has(item))
  useEffect(() => {
    if (!hidden) return
    setFolded(
      (before) => new Set([...before].filter((item) => item !== undefined && !path.some((up) => up.item === item))),
    )
    // Only when something new is looked at: whoever folds it away means to.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen])
  const shownPath = new Set(path.map(({ item }) => item))
  // On a wall there is room for what people talk about, not for everything.
  const rows = listRows(
    tree,
    isScreen && tree.causes.length > ON_A_WALL
      ? new Set(tree.causes.flatMap(({ item }) => (item === chosen || shownPath.has(item) ? [] : [item])))
      : folded,
  )
  useEffect(() => {
    if (isScreen)
      around.current?.querySelector(`[data-row="${chosen ?? PROBLEM}"]`)?.scrollIntoView({ block: 'center' })
  }, [isScreen, chosen, rows.length])
  const stopKey = rows.some((row) => keyOf(row) === (stop ?? PROBLEM)) ? (stop ?? PROBLEM) : (chosen ?? PROBLEM)
  const isStopThere = rows.some((row) => keyOf(row) === stopKey)

  const goTo = (row: TreeRow | undefined): void => {
    if (!row) return
    around.current?.querySelector<HTMLElement>(`[data-row="${keyOf(row)}"]`)?.focus()
  }
  const fold = useLatest((item: ItemId | undefined): void =>
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(item)) after.add(item)
      return after
    }),
  )
  const reach = useLatest((item: ItemId | undefined): void => setStop(item))
  const look = useLatest((item: ItemId | undefined): void => {
    choose(item)
    runAction('tab write')
  })
  const handleKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const at = rows.findIndex((row) => keyOf(row) === event.currentTarget.dataset['row'])
    const row = rows[at]
    if (!row) return
    const item = row.cause?.item
    const [inwards, outwards] =
      directionOf(language) === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    const handled = (): boolean => {
      switch (event.key) {
        case 'ArrowDown':
          goTo(rows[findRow(rows, at, 'down')])
          return true
        case 'ArrowUp':
          goTo(rows[findRow(rows, at, 'up')])
          return true
        case 'Home':
          goTo(rows[findRow(rows, at, 'first')])
          return true
        case 'End':
          goTo(rows[findRow(rows, at, 'last')])
          return true
        case inwards:
          if (row.children > 0 && !row.isOpen) fold(item)
          else if (row.isOpen) goTo(rows[at + 1])
          return true
        case outwards:
          if (row.isOpen) fold(item)
          else goTo(rows[findRow(rows, at, 'out')])
          return true
        case ' ':
          choose(item)
          return true
        case 'Enter': {
          const parent = event.shiftKey ? row.cause?.parent : item
          choose(parent)
          if (onAnswer) onAnswer(parent)
          return true
        }
        default:
          return false
      }
    }
    if (handled()) event.preventDefault()
  }
  const canFold = rows.some(({ cause, children }) => cause && children > 0)
  const isAllFolded = canFold && !rows.some(({ cause, isOpen }) => cause && isOpen)
  return (
    <section className={styles.around} aria-label={t('whys.tree')}>
      {tree.causes.length > 3 && !isScreen && (
        <Button
          look="quiet"
          className={styles.foldAll}
          onClick={() =>
            setFolded(new Set(isAllFolded ? [] : tree.causes.flatMap(({ parent }) => (parent ? [parent] : []))))
          }
        >
          {t(isAllFolded ? 'whys.unfold-all' : 'whys.fold-all')}
        </Button>
      )}
      <div
        ref={around}
        role="tree"
        aria-label={t('whys.tree')}
        className={joinClasses(styles.tree, isScreen && styles.wall)}
      >
        {rows.map((row) => (
          <Row
            key={keyOf(row)}
            row={row}
            text={row.cause ? say(row.cause.item) : problem}
            isChosen={row.cause?.item === chosen}
            isFocus={row.cause?.item === tree.focus && tree.focus !== undefined}
            isStop={isStopThere ? keyOf(row) === stopKey : row.level === 1}
            isLight={isLight}
            onChoose={look}
            onFold={fold}
            onReach={reach}
            onKey={handleKey}
          />
        ))}
      </div>
    </section>
  )
}
