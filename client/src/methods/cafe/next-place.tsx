import { useText } from '../../i18n/text.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import { useCompany } from './moment.tsx'
import { TableTitle } from './table-title.tsx'

/** Where one goes in the next round, once that was told; for a host who comes. */
export const NextPlace = () => {
  const t = useText()
  const company = useCompany()
  const { own, tableOf, sitterOf } = useCafe()
  const next = own?.next
  const table = tableOf(next?.table)
  if (!next || !table) return null
  const unmet = new Set(next.unmet)
  const others = next.with.map((seat) => sitterOf(seat, { isHost: seat === table.host?.id, isNew: unmet.has(seat) }))
  const isStaying = own?.place?.role === 'host' && own.place.table === next.table
  const names = others.length > 0 ? company(others) : t('cafe.first-there')
  return (
    <section className={styles.card} aria-labelledby="cafe-next-place">
      <h2 id="cafe-next-place" className={styles.heading}>
        {t(isStaying ? 'cafe.you-stay' : 'cafe.next-table')}
      </h2>
      {!isStaying && (
        <p>
          <TableTitle table={table} />
        </p>
      )}
      <p className={styles.small}>{isStaying ? t('cafe.guests-come', { names }) : t('cafe.with', { names })}</p>
      {next.unmet.length > 0 && <p className={styles.small}>{t('cafe.new-to-you', { count: next.unmet.length })}</p>}
    </section>
  )
}
