import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useList, useNumber, useText } from '../../i18n/text.ts'
import { useCloth } from '../../sync/cloth.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { AdjustButton } from './adjust-panel.tsx'
import { useCafe } from './cafe-model.ts'
import { listOnCloth } from './cloth-notes.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { RunPlan } from './run-plan.tsx'
import { SeatsState } from './seats-state.tsx'
import { TableCard } from './table-card.tsx'
import type { TableLook } from './table-look.ts'
import { TablePanel } from './table-panel.tsx'
import { TableTitle } from './table-title.tsx'
import cafe from './cafe.module.css'
import styles from './tables.module.css'
import { useActivity } from './use-activity.ts'

/** Up to so many tables are large cards, and up to so many cards at all: above it is a list. */
const LARGE = 4
const CARDS = 12
/** So many of the latest notes are shown on a large card. */
const LATEST = 3

const Visit = ({ table, onVisit }: { readonly table: TableLook; readonly onVisit: () => void }) => {
  const t = useText()
  return (
    <Button look="quiet" onClick={onVisit} aria-label={t('cafe.visit-named', { table: table.title })}>
      <LogIn size={17} aria-hidden="true" />
      {t('cafe.visit')}
    </Button>
  )
}

/** A large card looks at the cloth of its table. */
const LargeTable = ({ table, onVisit }: { readonly table: TableLook; readonly onVisit: () => void }) => {
  const { isInRound } = useCafe()
  const { items } = useCloth(isInRound ? table.id : undefined)
  const latest = listOnCloth(items)
  return (
    <TableCard table={table} isCompact={false} latest={latest.slice(0, LATEST)}>
      <Visit table={table} onVisit={onVisit} />
    </TableCard>
  )
}

const TableRow = ({ table, onVisit }: { readonly table: TableLook; readonly onVisit: () => void }) => {
  const t = useText()
  const number = useNumber()
  const list = useList()
  return (
    <li className={styles.row}>
      <span className={styles.rowNumber}>{number(table.number)}</span>
      <span className={styles.name}>
        <TableTitle table={table} isShort />
      </span>
      <span className={styles.rowPeople}>{list(table.people.map(({ name }) => name))}</span>
      <span className={styles.chips}>
        {table.notes !== undefined && <Chip>{t('cafe.notes', { count: table.notes })}</Chip>}
        {table.quietMinutes !== undefined && <Chip tone="warn">{t('cafe.quiet', { count: table.quietMinutes })}</Chip>}
      </span>
      <Visit table={table} onVisit={onVisit} />
    </li>
  )
}

const TableList = ({
  tables,
  onVisit,
}: {
  readonly tables: readonly TableLook[]
  readonly onVisit: (table: TableLook) => void
}) => {
  const t = useText()
  const [wanted, setWanted] = useState('')
  const word = wanted.trim().toLocaleLowerCase()
  const shown = tables.filter(
    ({ name, number, people }) =>
      word === '' ||
      String(number) === word ||
      [name, ...people.map((person) => person.name)].some((text) => text.toLocaleLowerCase().includes(word)),
  )
  return (
    <>
      <div className={styles.filter}>
        <TextField label={t('cafe.find')} value={wanted} onChange={({ target }) => setWanted(target.value)} />
      </div>
      <ul className={styles.rows} aria-label={t('cafe.tables')}>
        {shown.map((table) => (
          <TableRow key={table.id} table={table} onVisit={() => onVisit(table)} />
        ))}
      </ul>
      {shown.length === 0 && <p className={cafe.small}>{t('cafe.find-none')}</p>}
    </>
  )
}

/** All tables as those who lead see them, with what the café does next beside them. */
export const OverviewRoom = () => {
  const t = useText()
  const { tables: all, step, view, isInRound } = useCafe()
  const [visited, setVisited] = useState<TableLook['id']>()
  const activityOf = useActivity(step.counts.tables, isInRound ? view.startedAt : undefined)
  const tables = all
    .filter(({ isClosed, people }) => !isClosed || people.length > 0)
    .map((table) => ({ ...table, ...activityOf(table.id) }))
  const here = tables.find(({ id }) => id === visited)
  const visit = (table: TableLook): void => setVisited(table.id)
  return (
    <div className={cafe.overview}>
      <div className={cafe.column}>
        {tables.length > CARDS ? (
          <TableList tables={tables} onVisit={visit} />
        ) : (
          <ul
            className={joinClasses(styles.tables, tables.length > LARGE && styles.many)}
            aria-label={t('cafe.tables')}
          >
            {tables.map((table) => (
              <li key={table.id}>
                {tables.length > LARGE ? (
                  <TableCard table={table} isCompact>
                    <Visit table={table} onVisit={() => visit(table)} />
                  </TableCard>
                ) : (
                  <LargeTable table={table} onVisit={() => visit(table)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={cafe.column}>
        <RunPlan />
        <SeatsState />
        <PreviewPanel />
        <AdjustButton />
      </div>
      {here && <TablePanel table={here} onClose={() => setVisited(undefined)} />}
    </div>
  )
}
