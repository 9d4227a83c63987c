import { MapPin } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useCafe } from './cafe-model.ts'
import { CallLink } from './call-link.tsx'
import styles from './cafe.module.css'
import { useCompany } from './moment.tsx'
import { TableDisc } from './table-disc.tsx'
import { usePress } from './use-press.ts'

/** Where one sits in the round to come: the table, with whom, and that one is there. */
export const YourTable = () => {
  const t = useText()
  const company = useCompany()
  const { own, me, tableOf, may, view } = useCafe()
  const { press, isBusy, problem } = usePress()
  const table = tableOf(own?.place?.table)
  if (!own?.place || !table) {
    return view.mode === 'free' ? null : <p className={styles.lead}>{t('cafe.seated-soon')}</p>
  }
  const { place } = own
  const others = table.people.filter(({ id }) => id !== me.seat)
  const isHost = place.role === 'host'
  const wasHere = view.before[me.seat] === table.id
  // Who was at the table in the round before is no new guest of its host.
  const staying = others.filter(({ id }) => wasHere && view.before[id] === table.id)
  const coming = others.filter((person) => !staying.includes(person))
  const names = others.length > 0 ? company(others) : t('cafe.first-there')
  const fresh = others.filter(({ isNew }) => isNew).length
  const heading = wasHere && view.mode === 'planned' ? 'cafe.you-stay' : 'cafe.your-table-is'
  return (
    <section className={styles.yours} aria-labelledby="cafe-yours">
      <TableDisc number={table.number} sign={table.sign} people={table.people} me={me.seat} size="large" />
      <div className={styles.yoursWords}>
        <p className={styles.small}>{t(heading)}</p>
        <h2 id="cafe-yours" className={styles.yoursName}>
          <bdi>{table.name}</bdi>
        </h2>
        {isHost && <Chip tone="accent">{t('cafe.you-host')}</Chip>}
        <p className={styles.company}>
          {isHost && coming.length > 0 ? t('cafe.guests-come', { names: company(coming) }) : t('cafe.with', { names })}
        </p>
        {isHost && coming.length > 0 && staying.length > 0 && (
          <p className={styles.small}>{t('cafe.stay-with-you', { names: company(staying) })}</p>
        )}
        {fresh > 0 && <p className={styles.small}>{t('cafe.new-to-you', { count: fresh })}</p>}
        {table.place && (
          <p className={styles.withIcon}>
            <MapPin size={17} aria-hidden="true" />
            {t('cafe.stands-at', { place: table.place })}
          </p>
        )}
        {isHost && <p className={styles.small}>{t('cafe.host-card')}</p>}
        <Alert>{problem}</Alert>
        <div className={styles.acts}>
          {may('arrive') && !place.arrived && (
            <Button
              look="primary"
              disabled={isBusy}
              onClick={() => void press({ type: 'arrive', table: table.id }, t('cafe.arrived'))}
            >
              {t('cafe.arrive')}
            </Button>
          )}
          {place.arrived && <Chip tone="ok">{t('cafe.arrived')}</Chip>}
          <CallLink table={table} />
        </div>
      </div>
    </section>
  )
}
