import { Megaphone, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import { PersonSelect } from './person-select.tsx'
import { type Press, usePress } from './use-press.ts'

/** What the next seating brings, in figures: never a promise. */
const Prospect = () => {
  const t = useText()
  const { lead } = useCafe()
  const preview = lead?.preview
  if (!preview) return null
  const { newMeetings, familiar = 0, repeats, revisits, plan } = preview
  const unmet = plan ? Object.values(plan.unmet).reduce((sum, count) => sum + count, 0) : 0
  return (
    <ul className={styles.figures}>
      <li>{t('cafe.new-meetings', { count: newMeetings })}</li>
      {familiar > 0 && <li>{t('cafe.familiar', { count: familiar })}</li>}
      <li>{repeats === 0 ? t('cafe.no-repeats') : t('cafe.repeats', { count: repeats })}</li>
      {revisits > 0 && <li>{t('cafe.revisits', { count: revisits })}</li>}
      {unmet > 0 && <li className={styles.warn}>{t('cafe.wishes-unmet', { count: unmet })}</li>}
      {plan?.familiar && <li>{t('cafe.plan-familiar', { count: plan.familiar.met, of: plan.familiar.of })}</li>}
      {plan?.isBest && <li>{t('cafe.plan-best')}</li>}
    </ul>
  )
}

/** Who will sit where: table by table, each person with a way to another table. */
const SeatingPanel = ({ press, onClose }: { readonly press: Press; readonly onClose: () => void }) => {
  const t = useText()
  const { lead, tableOf, sitterOf, may } = useCafe()
  const preview = lead?.preview
  if (!preview) return null
  return (
    <Panel title={t('cafe.seating-of', { number: preview.round })} place="wide" onClose={onClose}>
      <Prospect />
      {preview.seating.map(({ table, host, travellers }) => {
        const look = tableOf(table)
        const people = [
          ...(host ? [sitterOf(host, { isHost: true })] : []),
          ...travellers.map((seat) => sitterOf(seat, { isHost: false })),
        ]
        return (
          look && (
            <section key={table} aria-label={look.title}>
              <h3 className={styles.subheading}>{look.title}</h3>
              <ul className={styles.people}>
                {people.map((person) => (
                  <li key={person.id} className={styles.person}>
                    <span className={styles.personName}>
                      <bdi>{person.name}</bdi>
                    </span>
                    {person.isHost && <Chip>{t('cafe.host')}</Chip>}
                    {lead?.pins[person.id] && <Chip>{t('cafe.by-hand')}</Chip>}
                    {may('move-person') && !person.isHost && (
                      <PersonSelect
                        person={person}
                        at={table}
                        onAct={(act) => {
                          if (act.type !== 'move') return
                          void press(
                            { type: 'move-person', seat: person.id, table: act.table, when: 'next' },
                            t('cafe.moved', { name: person.name, number: tableOf(act.table)?.number ?? 0 }),
                          )
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </Panel>
  )
}

/** The seating of the round to come, for those who lead: what it would bring, who goes where, and the ways to change or to tell it. */
export const PreviewPanel = () => {
  const t = useText()
  const { lead, view, may } = useCafe()
  const { press, isBusy, problem } = usePress()
  const [isOpen, setIsOpen] = useState(false)
  const preview = lead?.preview
  if (!preview || view.mode === 'free') return null
  return (
    <section className={styles.card} aria-labelledby="cafe-next">
      <h2 id="cafe-next" className={styles.heading}>
        {t('cafe.seating-of', { number: preview.round })}
      </h2>
      {preview.isWorking && !preview.isAnnounced ? <p className={styles.small}>{t('cafe.working')}</p> : <Prospect />}
      {preview.isAnnounced && <p className={styles.small}>{t('cafe.announced')}</p>}
      <Alert>{problem}</Alert>
      <div className={styles.acts}>
        <Button onClick={() => setIsOpen(true)}>{t('cafe.who-where')}</Button>
        {may('announce') && !preview.isAnnounced && (
          <Button disabled={isBusy} onClick={() => void press({ type: 'announce' }, t('cafe.announced'))}>
            <Megaphone size={17} aria-hidden="true" />
            {t('cafe.announce')}
          </Button>
        )}
        {may('plan') && (
          <Button look="quiet" disabled={isBusy} onClick={() => void press({ type: 'plan' })}>
            <RefreshCw size={17} aria-hidden="true" />
            {t('cafe.plan-anew')}
          </Button>
        )}
      </div>
      {isOpen && <SeatingPanel press={press} onClose={() => setIsOpen(false)} />}
    </section>
  )
}
