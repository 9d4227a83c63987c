import { LIMITS, type StepId, cleanText } from '@roundel/shared/kernel'
import type { SessionPart } from '@roundel/shared/session'
import { useState } from 'react'
import { useDate, useText } from '../i18n/text.ts'
import { useGive } from '../methods/decide/use-give.ts'
import { useToday } from '../methods/day.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import styles from './ending.module.css'

/** Whether a step took place, at least in part: who leads is told of those that did not, too. */
const tookPlace = ({ state, plan, phases }: SessionPart['agenda'][number]): boolean =>
  state !== 'planned' && phases !== undefined && (plan === undefined || plan.spent !== undefined)

/** The last step that took place and asked for ideas. */
const findIdeaStep = (agenda: SessionPart['agenda']): StepId | undefined =>
  agenda.findLast((step) => tookPlace(step) && step.phases?.some(({ kinds }) => kinds.includes('idea')))?.id

/** The end of a day where this person is, milliseconds. */
const endOf = (day: string): number => new Date(`${day}T23:59:59`).getTime()

const AddLate = ({ step }: { readonly step: StepId }) => {
  const t = useText()
  const announce = useAnnounce()
  const { send, isBusy, problem } = useGive()
  const [text, setText] = useState('')
  const [isAdded, setIsAdded] = useState(false)
  const clean = cleanText(text)
  const add = async (): Promise<void> => {
    if (!(await send({ type: 'add-late', step, text: clean }))) return
    setText('')
    setIsAdded(true)
    announce(t('ending.late-added'), 'polite')
  }
  return (
    <>
      <TextArea
        label={t('ending.late-label')}
        rows={2}
        maxLength={LIMITS.ideaCharacters}
        value={text}
        error={problem}
        hint={isAdded && !text ? t('ending.late-added') : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.acts}>
        <Button disabled={!clean || isBusy} onClick={() => void add()}>
          {t('ending.late-add')}
        </Button>
      </div>
    </>
  )
}

const AllowLate = () => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { today, inAWeek } = useToday()
  const { lateUntil } = useView().session.settings
  const [day, setDay] = useState(inAWeek)
  return (
    <>
      {lateUntil === undefined ? (
        <div className={styles.acts}>
          <TextField
            label={t('ending.late-allow')}
            type="date"
            dir="ltr"
            min={today}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
          <Button
            disabled={!day || day < today || isBusy}
            onClick={() => void send({ type: 'set-setting', lateUntil: endOf(day) })}
          >
            {t('ending.late-save')}
          </Button>
        </div>
      ) : (
        <div className={styles.acts}>
          <Button disabled={isBusy} onClick={() => void send({ type: 'set-setting', lateUntil: null })}>
            {t('ending.late-stop')}
          </Button>
        </div>
      )}
      <Alert>{problem}</Alert>
    </>
  )
}

/** Ideas that come after the end: whether they are welcome and until when, and a place to write one. */
export const LateIdeas = ({ leads }: { readonly leads: boolean }) => {
  const t = useText()
  const date = useDate()
  const now = useNow(false)
  const { session, me } = useView()
  const step = findIdeaStep(session.agenda)
  const { lateUntil } = session.settings
  const isOpen = lateUntil !== undefined && now < lateUntil
  if (!step || (!leads && !isOpen)) return null
  return (
    <section className={styles.card} aria-label={t('ending.late')}>
      <h2 className={styles.heading}>{t('ending.late')}</h2>
      <p className={styles.small}>
        {isOpen
          ? t('ending.late-until', { day: date(lateUntil, { day: 'numeric', month: 'long', weekday: 'short' }) })
          : t('ending.late-none')}
      </p>
      {isOpen && me.can['add-late'] && <AddLate step={step} />}
      {leads && <AllowLate />}
    </section>
  )
}
