import { useState } from 'react'
import { Empty } from '../../board/empty.tsx'
import { useText } from '../../i18n/text.ts'
import { useCloth } from '../../sync/cloth.ts'
import { Chip } from '../../ui/chip.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useCafe } from './cafe-model.ts'
import { ClothNotes, listOnCloth } from './cloth-notes.tsx'
import styles from './cafe.module.css'
import { HarvestForm } from './harvest-form.tsx'
import { Metrics } from './metrics.tsx'
import type { TableLook } from './table-look.ts'
import { TablePanel } from './table-panel.tsx'
import { TableSign } from './table-sign.tsx'
import { TableCard } from './table-card.tsx'
import tables from './tables.module.css'
import { Button } from '../../ui/button.tsx'

/** The cloths of the tables where one sat, to be read again, one at a time. */
const VisitedCloths = ({ visited }: { readonly visited: readonly TableLook[] }) => {
  const t = useText()
  const { me } = useCafe()
  const [chosen, setChosen] = useState<TableLook['id']>()
  const shown = visited.find(({ id }) => id === chosen) ?? visited.at(-1)
  const cloth = useCloth(shown?.id)
  if (!shown) return null
  const items = listOnCloth(cloth.items)
  return (
    <section className={styles.column} aria-label={t('cafe.visited')}>
      <Choice
        label={t('cafe.visited')}
        options={visited.map(({ id, title, sign }) => ({
          value: id,
          label: title,
          sign: <TableSign sign={sign} size={17} />,
        }))}
        value={shown.id}
        onChange={setChosen}
      />
      {items.length > 0 ? (
        <ClothNotes label={t('cafe.on-cloth', { count: items.length })} items={items} me={me.seat} />
      ) : (
        cloth.isSynced && <Empty title={t('cafe.cloth-empty')} />
      )}
    </section>
  )
}

/** The host’s form, for the host of the table at which one sat last. */
export const HostHarvest = () => {
  const { own, tableOf } = useCafe()
  const last = own?.past.at(-1)
  const table = last?.role === 'host' ? tableOf(last.table) : undefined
  return table && <HarvestForm key={table.id} table={table} harvest={own?.harvest} />
}

/** While everybody writes what they take along: the host’s form, and the cloths that one has seen. */
export const GatherRoom = ({ hasForm }: { readonly hasForm: boolean }) => {
  const { own, tableOf } = useCafe()
  const visited = [...new Set(own?.past.map((place) => place.table))].flatMap((id) => tableOf(id) ?? [])
  return (
    <div className={styles.column}>
      {hasForm && <HostHarvest />}
      <VisitedCloths visited={visited} />
    </div>
  )
}

/** For those who lead: which tables have written what they bring, and what happened so far, in figures. */
export const GatherOverview = () => {
  const t = useText()
  const { tables: all, lead, view } = useCafe()
  const [visited, setVisited] = useState<TableLook['id']>()
  const here = all.find(({ id }) => id === visited)
  return (
    <div className={styles.column}>
      <ul className={`${tables.tables} ${all.length > 4 ? tables.many : ''}`} aria-label={t('cafe.tables')}>
        {all.map((table) => {
          const harvest = lead?.harvests[table.id]
          const count = harvest?.insights.length ?? 0
          return (
            <li key={table.id}>
              <TableCard table={table} isCompact>
                <Chip {...(count > 0 && { tone: 'ok' as const })}>{t('cafe.insights', { count })}</Chip>
                {harvest?.question && <Chip>{t('cafe.has-question')}</Chip>}
                <Button
                  look="quiet"
                  aria-label={t('cafe.visit-named', { table: table.title })}
                  onClick={() => setVisited(table.id)}
                >
                  {t('cafe.visit')}
                </Button>
              </TableCard>
            </li>
          )
        })}
      </ul>
      {view.figures && <Metrics figures={view.figures} />}
      {here && (
        <TablePanel table={here} onClose={() => setVisited(undefined)}>
          <HarvestForm key={here.id} table={here} harvest={lead?.harvests[here.id]} />
        </TablePanel>
      )}
    </div>
  )
}
