import { MINUTE_MS } from '@roundel/shared/kernel'
import type { SessionPart } from '@roundel/shared/session'
import { lateBy } from '@roundel/shared/session'
import { Check, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useDate, useList, useText } from '../../i18n/text.ts'
import { useAgendaWords } from '../../methods/agenda-words.ts'
import type { Done } from '../../sync/api.ts'
import { useNow, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { Press } from '../use-press.ts'
import styles from './time-line.module.css'

const sumOf = (agenda: SessionPart['agenda']): number => agenda.reduce((sum, { minutes }) => sum + minutes, 0)

/** How the session stands in time, in words; where it is late, the offer to shorten the rest, and what that did. */
export const TimeLine = ({ press }: { readonly press: Press }) => {
  const t = useText()
  const date = useDate()
  const list = useList()
  const announce = useAnnounce()
  const words = useAgendaWords()
  const { session, step, me } = useView()
  const now = useNow()
  const [told, setTold] = useState<Done['shortened']>()
  const { timing } = session
  const late = timing && lateBy(timing, step?.clock, now)
  const over =
    late === undefined
      ? session.plannedMinutes === undefined
        ? undefined
        : sumOf(session.agenda) - session.plannedMinutes
      : Math.round(late / MINUTE_MS)
  const undoUntil = step?.undoUntil ?? session.undoUntil
  const mayUndo = Boolean(me.can['undo']) && (undoUntil === undefined ? session.state === 'lobby' : undoUntil > now)

  const fit = async (): Promise<void> => {
    const done = await press({ type: 'fit-rest' })
    if (!done) return
    setTold(done.shortened ?? [])
    announce(t('running.fitted', { count: done.shortened?.length ?? 0 }))
  }
  return (
    <div className={styles.time}>
      <p className={styles.line}>
        {over === undefined ? (
          <span>{t('top.today', { minutes: sumOf(session.agenda) })}</span>
        ) : over > 0 ? (
          <Chip tone="warn">
            <TriangleAlert size={15} aria-hidden="true" />
            {t('running.late', { minutes: over })}
          </Chip>
        ) : (
          <Chip tone="ok">
            <Check size={15} aria-hidden="true" />
            {t('running.on-time', { minutes: -over })}
          </Chip>
        )}
        {timing?.dueAt !== undefined && late !== undefined && (
          <span className={styles.due}>
            {t('running.due', {
              due: date(timing.dueAt, { timeStyle: 'short' }),
              end: date(timing.dueAt + late, { timeStyle: 'short' }),
            })}
          </span>
        )}
      </p>
      <p className={styles.line}>
        {over !== undefined && over > 0 && me.can['fit-rest'] && (
          <Button onClick={() => void fit()}>{t('running.fit')}</Button>
        )}
        {mayUndo && (
          <Button
            look="quiet"
            onClick={() => {
              setTold(undefined)
              void press({ type: 'undo' })
            }}
          >
            <Undo2 size={18} aria-hidden="true" />
            {t('action.undo')}
          </Button>
        )}
      </p>
      {told && (
        <p className={styles.told}>
          {told.length === 0
            ? t('running.fitted', { count: 0 })
            : list(
                told.flatMap(({ step: id, from, to }) => {
                  const entry = session.agenda.find((each) => each.id === id)
                  return entry ? [t('agenda.shortened', { title: words(entry).title, from, to })] : []
                }),
              )}
        </p>
      )}
    </div>
  )
}
