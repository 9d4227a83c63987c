import { useList, useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { useCafe } from './cafe-model.ts'
import { TableDisc } from './table-disc.tsx'
import type { TableLook } from './table-look.ts'
import styles from './tables.module.css'
import { usePress } from './use-press.ts'

/** Why a table is worth going to: not visited yet, people whom one has not met. */
const WhyThere = ({ table }: { readonly table: TableLook }) => {
  const t = useText()
  const { own } = useCafe()
  const suggestion = own?.suggestions?.find((each) => each.table === table.id)
  if (!suggestion) return null
  return (
    <p className={styles.chips}>
      {suggestion.isNew && <Chip tone="accent">{t('cafe.not-visited')}</Chip>}
      {suggestion.unmet > 0 && <Chip>{t('cafe.unmet', { count: suggestion.unmet })}</Chip>}
    </p>
  )
}

/** All tables of the room and who sits at them; with a way to sit down where seating is free. */
export const RoomMap = () => {
  const t = useText()
  const list = useList()
  const { tables, own, may, me, isScreen } = useCafe()
  const { press, isBusy, problem } = usePress()
  const offered = new Map(own?.suggestions?.map(({ table }, nth) => [table, nth]))
  const maySit = may('sit') && offered.size > 0
  const shown = tables
    .filter(({ isClosed, people }) => !isClosed || people.length > 0)
    .toSorted((one, other) =>
      maySit ? (offered.get(one.id) ?? offered.size) - (offered.get(other.id) ?? offered.size) : 0,
    )
  return (
    <>
      <Alert>{problem}</Alert>
      <ul
        className={joinClasses(styles.tables, shown.length > 4 && styles.many, isScreen && styles.wall)}
        aria-label={t('cafe.tables')}
      >
        {shown.map((table) => {
          const { id, number, sign, name, title, people, host } = table
          const others = people.filter((person) => person.id !== host?.id).map((person) => person.name)
          return (
            <li key={id}>
              <article
                className={joinClasses(styles.card, styles.compact, own?.place?.table === id && styles.own)}
                aria-label={title}
              >
                <TableDisc number={number} sign={sign} people={people} me={me.seat} size="small" />
                <div className={styles.body}>
                  <h2 className={styles.name}>
                    <bdi>{name}</bdi>
                  </h2>
                  <p className={styles.host}>{host ? t('cafe.host-is', { name: host.name }) : t('cafe.no-host')}</p>
                  {others.length > 0 && <p className={styles.rowPeople}>{list(others)}</p>}
                  {table.place && <p className={styles.rowPeople}>{t('cafe.stands-at', { place: table.place })}</p>}
                  {own?.place?.table === id && <Chip tone="accent">{t('cafe.your-table')}</Chip>}
                  <WhyThere table={table} />
                  {maySit && own?.place?.table !== id && people.length >= (table.capacity ?? Infinity) && (
                    <Chip>{t('cafe.full')}</Chip>
                  )}
                  {maySit && offered.has(id) && (
                    <Button
                      disabled={isBusy}
                      aria-label={t('cafe.sit-named', { table: title })}
                      onClick={() => void press({ type: 'sit', table: id })}
                    >
                      {t('cafe.sit')}
                    </Button>
                  )}
                </div>
              </article>
            </li>
          )
        })}
      </ul>
    </>
  )
}
