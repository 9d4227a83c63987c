import { ArrowRight, ChevronLeft, Ellipsis, Lock, LockOpen, Pause, Play, Undo2, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { ClockFace } from '../session/clock-face.tsx'
import { PeoplePanel } from '../session/people-panel.tsx'
import type { CommandBody } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useNow, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { joinClasses } from '../ui/classes.ts'
import { ClaimStrip } from './claim-strip.tsx'
import { DoorStrip } from './door-strip.tsx'
import { freshenCookie } from './fresh-cookie.ts'
import { MorePanel } from './more-panel.tsx'
import { findNextPress } from './next-press.ts'
import { WayBackStrip } from './way-back-strip.tsx'
import styles from './facilitator-bar.module.css'

const MINUTE_MS = 60_000

/**
 * The one dark bar of those who lead: where we are, the clock, the room, and one bright button that says what happens
 * next. What is rare is behind "More".
 */
export const FacilitatorBar = () => {
  const t = useText()
  const announce = useAnnounce()
  const words = useAgendaWords()
  const { give } = useRoom()
  const view = useView()
  const { session, step, me } = view
  const [open, setOpen] = useState<'people' | 'more'>()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => void freshenCookie(session.id), [session.id])
  const undoUntil = step?.undoUntil ?? session.undoUntil
  const now = useNow(undoUntil !== undefined)
  const method = step && METHOD_VIEWS[step.kind]
  const next = findNextPress(view, METHOD_VIEWS, (entry) => words(entry).title)
  const expected = step && { expected: { step: step.id, epoch: step.epoch } }

  const press = async (command: CommandBody): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    const failure = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
    setProblem(failure)
    if (failure) announce(failure, 'assertive')
  }
  const isPaused = step?.clock.state === 'paused'
  const canUndo = me.can['undo'] === true && undoUntil !== undefined && undoUntil > now
  const may = (type: CommandBody['type']): boolean => me.can[type] === true
  const pauseOrResume = isPaused ? 'resume' : 'pause'
  const mayGoOn = next !== undefined && may(next.command.type)
  const goOn = (): void => void (next && press(next.command))
  const goBack = (): void => void press({ type: 'back', ...expected })
  const pause = (): void => void press({ type: pauseOrResume })
  const addMinute = (): void => void press({ type: 'set-clock', addMs: MINUTE_MS })
  const lock = (): void => void press({ type: 'lock', locked: !step?.locked })
  const undo = (): void => void press({ type: 'undo' })
  useAction({ id: 'next', name: next ? t(next.label, next.values) : '', run: goOn, when: mayGoOn })
  useAction({ id: 'undo-step', name: t('bar.undo'), run: undo, when: canUndo })
  useAction({ id: 'back', name: t('bar.back-step'), run: goBack, when: may('back') })
  useAction({
    id: 'pause',
    name: t(isPaused ? 'bar.resume-clock' : 'bar.pause-clock'),
    run: pause,
    when: step !== undefined && may(pauseOrResume),
  })
  useAction({
    id: 'add-minute',
    name: t('bar.plus', { minutes: 1 }),
    run: addMinute,
    when: step !== undefined && may('set-clock'),
  })
  useAction({
    id: 'lock',
    name: t(step?.locked ? 'bar.unlock' : 'bar.lock'),
    run: lock,
    when: step !== undefined && may('lock'),
  })
  useAction({
    id: 'skip',
    name: t('more.skip'),
    run: () => void press({ type: 'skip', ...expected }),
    when: step !== undefined && may('skip'),
  })
  useAction({
    id: 'end',
    name: t('bar.end'),
    run: () => void press({ type: 'end', ...expected }),
    // Where ending is what comes next it stands at the head of the list already.
    when: may('end') && next?.command.type !== 'end',
  })
  useAction({ id: 'more', name: t('bar.more'), run: () => setOpen('more') })
  return (
    <>
      <section className={styles.dock} data-region="" aria-label={t('bar.title')}>
        <WayBackStrip />
        <DoorStrip />
        <ClaimStrip />
        {problem && <p className={styles.problem}>{problem}</p>}
        <div className={styles.bar} role="toolbar" aria-label={t('bar.tools')}>
          <button
            type="button"
            className={joinClasses(styles.tool, styles.back)}
            aria-label={t('bar.back')}
            title={t('bar.back')}
            disabled={!may('back')}
            aria-disabled={isBusy || undefined}
            onClick={goBack}
          >
            <ChevronLeft className={styles.mirrored} size={20} aria-hidden="true" />
          </button>
          {step && method && (
            <ol className={styles.phases} aria-label={t('bar.phases')}>
              {step.phases.map(({ key }) => {
                const phase = method.phases[key]
                if (!phase) return null
                const Icon = phase.icon
                return (
                  <li key={key} className={styles.phase} aria-current={key === step.phase ? 'step' : undefined}>
                    <Icon size={15} aria-hidden="true" />
                    <span>{t(phase.label)}</span>
                  </li>
                )
              })}
            </ol>
          )}
          {step && (
            <div className={styles.clock}>
              <span className={styles.line} aria-hidden="true" />
              <ClockFace />
              <button
                type="button"
                className={joinClasses(styles.tool, styles.rare)}
                aria-label={t(isPaused ? 'bar.resume' : 'bar.pause')}
                title={t(isPaused ? 'bar.resume' : 'bar.pause')}
                disabled={!may(pauseOrResume)}
                onClick={pause}
              >
                {isPaused ? (
                  <Play size={18} fill="currentColor" strokeWidth={0} aria-hidden="true" />
                ) : (
                  <Pause size={18} fill="currentColor" strokeWidth={0} aria-hidden="true" />
                )}
              </button>
              <button
                type="button"
                className={joinClasses(styles.tool, styles.rare)}
                disabled={!may('set-clock')}
                onClick={addMinute}
              >
                {t('bar.plus', { minutes: 1 })}
              </button>
              <span className={styles.line} aria-hidden="true" />
            </div>
          )}
          <button type="button" className={joinClasses(styles.tool, styles.rare)} onClick={() => setOpen('people')}>
            <Users size={18} aria-hidden="true" />
            <span className={styles.word}>{t('bar.people')}</span>
          </button>
          {step && (
            <button
              type="button"
              className={joinClasses(styles.tool, styles.rare)}
              aria-label={t('bar.lock')}
              title={t('bar.lock')}
              aria-pressed={step.locked}
              disabled={!may('lock')}
              onClick={lock}
            >
              {step.locked ? <Lock size={18} aria-hidden="true" /> : <LockOpen size={18} aria-hidden="true" />}
            </button>
          )}
          <button
            type="button"
            className={styles.tool}
            aria-label={t('bar.more')}
            title={t('bar.more')}
            onClick={() => setOpen('more')}
          >
            <Ellipsis size={20} aria-hidden="true" />
          </button>
          {canUndo && (
            <button type="button" className={joinClasses(styles.tool, styles.undo)} onClick={undo}>
              <Undo2 size={18} aria-hidden="true" />
              {t('action.undo')}
            </button>
          )}
          {next && (
            <button
              type="button"
              className={styles.go}
              disabled={!mayGoOn}
              aria-disabled={isBusy || undefined}
              onClick={goOn}
            >
              <span>{t(next.label, next.values)}</span>
              <ArrowRight className={styles.mirrored} size={17} aria-hidden="true" />
            </button>
          )}
        </div>
      </section>
      {open === 'people' && <PeoplePanel onClose={() => setOpen(undefined)} />}
      {open === 'more' && <MorePanel onClose={() => setOpen(undefined)} />}
    </>
  )
}
