import { ArrowRight, ChevronLeft, Ellipsis, Lock, LockOpen, Pause, Play, Undo2, Users } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { ClockFace } from '../session/clock-face.tsx'
import { PeoplePanel } from '../session/people-panel.tsx'
import type { CommandBody } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useNow, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { joinClasses } from '../ui/classes.ts'
import { AgendaButton } from './agenda/agenda-button.tsx'
import { NotesStrip } from './agenda/notes-strip.tsx'
import { DoorStrip } from './door-strip.tsx'
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
  const undoUntil = step?.undoUntil ?? session.undoUntil
  const now = useNow(undoUntil !== undefined)
  const method = step && METHOD_VIEWS[step.kind]
  const next = findNextPress(view, METHOD_VIEWS, (entry) => words(entry).title)
  const expected = step && { expected: { step: step.id, epoch: step.epoch } }

  const press = async (command: CommandBody): Promise<void> => {
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    const failure = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
    setProblem(failure)
    if (failure) announce(failure, 'assertive')
  }
  const isPaused = step?.clock.state === 'paused'
  return (
    <>
      <section className={styles.dock} aria-label={t('bar.title')}>
        <WayBackStrip />
        <DoorStrip />
        <NotesStrip />
        {problem && <p className={styles.problem}>{problem}</p>}
        <div className={styles.bar} role="toolbar" aria-label={t('bar.tools')}>
          <button
            type="button"
            className={joinClasses(styles.tool, styles.back)}
            aria-label={t('bar.back')}
            title={t('bar.back')}
            disabled={!me.can['back'] || isBusy}
            onClick={() => void press({ type: 'back', ...expected })}
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
                disabled={!me.can[isPaused ? 'resume' : 'pause']}
                onClick={() => void press({ type: isPaused ? 'resume' : 'pause' })}
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
                disabled={!me.can['set-clock']}
                onClick={() => void press({ type: 'set-clock', addMs: MINUTE_MS })}
              >
                {t('bar.plus', { minutes: 1 })}
              </button>
              <span className={styles.line} aria-hidden="true" />
            </div>
          )}
          <AgendaButton className={joinClasses(styles.tool, styles.rare)} />
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
              disabled={!me.can['lock']}
              onClick={() => void press({ type: 'lock', locked: !step.locked })}
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
          {me.can['undo'] && undoUntil !== undefined && undoUntil > now && (
            <button
              type="button"
              className={joinClasses(styles.tool, styles.undo)}
              onClick={() => void press({ type: 'undo' })}
            >
              <Undo2 size={18} aria-hidden="true" />
              {t('action.undo')}
            </button>
          )}
          {next && (
            <button
              type="button"
              className={styles.go}
              disabled={isBusy || !me.can[next.command.type]}
              onClick={() => void press(next.command)}
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
