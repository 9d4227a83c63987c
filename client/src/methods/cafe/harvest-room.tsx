import { Check, ChevronLeft, Presentation } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useAnnounceOnce } from '../../ui/announcer.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import { Findings, useFound } from './findings.tsx'
import { HarvestForm } from './harvest-form.tsx'
import { Metrics } from './metrics.tsx'
import { TableSign } from './table-sign.tsx'
import { TableTitle } from './table-title.tsx'
import tables from './tables.module.css'
import { usePress } from './use-press.ts'

/** Whoever tells what their table found has so long. */
const MINUTE_SECONDS = 60

/** The table whose minute it is, large: its insights, its question, and below them its ideas. */
const OnStage = () => {
  const t = useText()
  const { id, view, tableOf, may, leads, own } = useCafe()
  const { press, isBusy, problem } = usePress()
  const found = useFound(id, view.harvest)
  const now = useNow()
  const { stage } = view
  const table = tableOf(stage?.table)
  useAnnounceOnce(table?.number, t('cafe.tells-says', { table: table?.title ?? '' }))
  if (!stage || !table) return null
  // A device's idea of server time may be a moment behind: nobody has more than the minute.
  const gone = Math.max(0, Math.floor((now - stage.since) / 1_000))
  const left = Math.max(0, MINUTE_SECONDS - gone)
  const hosts = own?.past.at(-1)?.table === table.id && own.past.at(-1)?.role === 'host'
  return (
    <section className={styles.stage} aria-labelledby="cafe-stage">
      <div className={styles.stageHead}>
        <h2 id="cafe-stage" className={styles.stageName}>
          <TableSign sign={table.sign} />
          {t('cafe.tells', { table: table.title })}
        </h2>
        <Chip tone={left === 0 ? 'warn' : 'accent'}>
          {left === 0 ? t('cafe.minute-over') : t('cafe.minute-left', { count: left })}
        </Chip>
        {may('show-table') && (leads || hosts) && (
          <Button disabled={isBusy} onClick={() => void press({ type: 'show-table' })}>
            <ChevronLeft className={styles.mirrored} size={17} aria-hidden="true" />
            {t('cafe.back-to-all')}
          </Button>
        )}
      </div>
      <Alert>{problem}</Alert>
      <Findings table={table} found={found(table.id)} isLarge isWhole />
    </section>
  )
}

/** All tables side by side: a silent gallery, from which one after the other gets the word. */
const Gallery = () => {
  const t = useText()
  const { id, view, tables: all, may, leads, own, isScreen } = useCafe()
  const { press, isBusy, problem } = usePress()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const found = useFound(id, view.harvest)
  const told = new Set(view.told)
  const last = own?.past.at(-1)
  const toggle = (table: string): void =>
    setOpen(new Set(open.has(table) ? [...open].filter((each) => each !== table) : [...open, table]))
  return (
    <>
      <Alert>{problem}</Alert>
      <ul className={styles.gallery} aria-label={t('cafe.tables')}>
        {all.map((table) => {
          const { number, title } = table
          const what = found(table.id)
          const isOpen = open.has(table.id)
          const mayTell = may('show-table') && (leads || (last?.table === table.id && last.role === 'host'))
          return (
            <li key={table.id} className={styles.card}>
              <div className={styles.stageHead}>
                <h2 className={styles.heading}>
                  <TableTitle table={table} />
                </h2>
                {told.has(table.id) && (
                  <Chip tone="ok">
                    <Check size={14} aria-hidden="true" />
                    {t('cafe.told')}
                  </Chip>
                )}
              </div>
              <Findings table={table} found={what} isWhole={isOpen} />
              <div className={styles.acts}>
                {what.notes.length > 0 && !isScreen && (
                  <Button
                    look="quiet"
                    aria-expanded={isOpen}
                    aria-label={t('cafe.its-ideas-named', { count: what.notes.length, number })}
                    onClick={() => toggle(table.id)}
                  >
                    {t('cafe.its-ideas', { count: what.notes.length })}
                  </Button>
                )}
                {mayTell && (
                  <Button
                    disabled={isBusy}
                    aria-label={t('cafe.give-word-named', { table: title })}
                    onClick={() => void press({ type: 'show-table', table: table.id })}
                  >
                    <Presentation size={17} aria-hidden="true" />
                    {t(leads ? 'cafe.give-word' : 'cafe.our-minute')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

type Part = 'tables' | 'patterns' | 'figures'
const PART_WORDS = { tables: 'cafe.tables', patterns: 'cafe.patterns', figures: 'cafe.figures' } as const

/** The harvest: what the tables found, one at a time or side by side; the patterns across them, as groups; who met, in figures. */
export const HarvestRoom = ({ patterns }: { readonly patterns: ReactNode }) => {
  const t = useText()
  const { view, isScreen, own, tableOf, lead, leads } = useCafe()
  const { stage } = view
  const [looked, look] = useState<{ readonly part: Part; readonly stage: string | undefined }>({
    part: 'tables',
    stage: stage?.table,
  })
  // Who has the word is what everybody looks at; whoever turns away from it then may.
  const part = stage && stage.table !== looked.stage ? 'tables' : looked.part
  const last = own?.past.at(-1)
  const table = last?.role === 'host' ? tableOf(last.table) : undefined
  const parts: readonly Part[] = view.figures ? ['tables', 'patterns', 'figures'] : ['tables', 'patterns']
  const told = stage ? <OnStage key={stage.table} /> : <Gallery />
  if (isScreen) return told
  return (
    <div className={styles.column}>
      <Choice
        label={t('cafe.look-at')}
        options={parts.map((value) => ({ value, label: t(PART_WORDS[value]) }))}
        value={part}
        onChange={(next) => look({ part: next, stage: stage?.table })}
      />
      {part === 'tables' && (
        <>
          {told}
          {table && !leads && !stage && <HarvestForm key={table.id} table={table} harvest={own?.harvest} />}
          {lead && stage && (
            <HarvestForm
              key={`lead ${stage.table}`}
              table={tableOf(stage.table) as NonNullable<ReturnType<typeof tableOf>>}
              harvest={lead.harvests[stage.table]}
            />
          )}
        </>
      )}
      {part === 'patterns' && (
        <>
          <p className={tables.host}>{t('cafe.patterns-about')}</p>
          {patterns}
        </>
      )}
      {part === 'figures' && view.figures && <Metrics figures={view.figures} />}
    </div>
  )
}
