import type { Item } from '@roundel/shared/board'
import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { colourClass } from '../../ui/colour.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useIsPhone } from '../../board/use-phone.ts'
import { itemColour } from '../../board/colours.ts'
import { TableDisc } from './table-disc.tsx'
import type { TableLook } from './table-look.ts'
import styles from './tables.module.css'

/** The latest notes of a cloth, a line each. */
const Peek = ({ items }: { readonly items: readonly Item[] }) => {
  const { agenda } = useViewPart('session')
  return (
    <ul className={styles.peek}>
      {items.map((item) => (
        <li key={item.id} className={colourClass(itemColour(item, agenda))} dir="auto" translate="yes">
          {item.text}
        </li>
      ))}
    </ul>
  )
}

/** One table as those who lead see it: who sits there, what came about last, and a word where it has gone quiet. */
export const TableCard = ({
  table,
  latest = [],
  isCompact,
  children,
}: {
  readonly table: TableLook
  readonly latest?: readonly Item[]
  readonly isCompact: boolean
  /** What can be done there. */
  readonly children?: ReactNode
}) => {
  const t = useText()
  const isPhone = useIsPhone()
  const { number, sign, name, title, host, people, notes, quietMinutes, question } = table
  const isQuiet = quietMinutes !== undefined
  return (
    <article
      className={joinClasses(styles.card, isCompact && styles.compact, isQuiet && styles.quiet)}
      aria-label={title}
    >
      <TableDisc number={number} sign={sign} people={people} size={isCompact || isPhone ? 'small' : 'medium'} />
      <div className={styles.body}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.host}>{host ? t('cafe.host-is', { name: host.name }) : t('cafe.no-host')}</p>
        {question && !isCompact && (
          <p className={styles.host} dir="auto" translate="yes">
            {question}
          </p>
        )}
        <VisuallyHidden>{t('cafe.people-there', { count: people.length })}</VisuallyHidden>
        {latest.length > 0 && <Peek items={latest} />}
        <div className={styles.chips}>
          {notes !== undefined && <Chip>{t('cafe.notes', { count: notes })}</Chip>}
          {isQuiet && (
            <Chip tone="warn">
              <Clock size={14} aria-hidden="true" />
              {t('cafe.quiet', { count: quietMinutes })}
            </Chip>
          )}
          {children}
        </div>
      </div>
    </article>
  )
}
