import { useText } from '../../i18n/text.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useCafe } from './cafe-model.ts'
import { CallLink } from './call-link.tsx'
import styles from './cafe.module.css'
import { TableDisc } from './table-disc.tsx'
import type { TableLook } from './table-look.ts'

/** Who sits at one's table, the host first, who is new to oneself, where it stands, and its call. */
export const Company = ({ table }: { readonly table: TableLook }) => {
  const t = useText()
  const { me } = useCafe()
  const people = [...table.people.filter(({ isHost }) => isHost), ...table.people.filter(({ isHost }) => !isHost)]
  return (
    <section className={styles.card} aria-labelledby="cafe-company">
      <h2 id="cafe-company" className={styles.heading}>
        {t('cafe.at-this-table')}
      </h2>
      <div className={styles.middle}>
        <TableDisc number={table.number} sign={table.sign} people={table.people} me={me.seat} />
      </div>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar person={person} />
            <span className={styles.who}>
              <span className={styles.personName}>
                <bdi>{person.id === me.seat ? t('cafe.you') : person.name}</bdi>
              </span>
              {(person.isHost || person.isNew) && (
                <span className={styles.small}>
                  {[person.isHost && t('cafe.host'), person.isNew === true && t('cafe.new')]
                    .filter((word) => word !== false)
                    .join(' · ')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {table.place && <p className={styles.small}>{t('cafe.stands-at', { place: table.place })}</p>}
      <CallLink table={table} />
    </section>
  )
}
