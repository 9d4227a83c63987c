import { ChevronLeft, Crosshair, Ellipsis, ListOrdered, Lock, LockOpen, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { PeoplePanel } from '../session/people-panel.tsx'
import type { CommandBody } from '../sync/commands.ts'
import { useView } from '../sync/room-context.ts'
import { LaterAgenda } from './agenda/later-agenda.tsx'
import { NotesStrip } from './agenda/notes-strip.tsx'
import { BarTool } from './bar-tool.tsx'
import { ClaimStrip } from './claim-strip.tsx'
import { ClockControls } from './clock-controls.tsx'
import { DoorStrip } from './door-strip.tsx'
import { freshenCookie } from './fresh-cookie.ts'
import { GoButton, GoToReport } from './go-button.tsx'
import { listSignals } from './hands.ts'
import { HandsButton } from './hands-button.tsx'
import { HandsPanel } from './hands-panel.tsx'
import { MessagePanel } from './message-panel.tsx'
import { MorePanel } from './more-panel.tsx'
import { findNextPress } from './next-press.ts'
import { PhaseMarks } from './phase-marks.tsx'
import { openProjector } from './projector-window.ts'
import { SpotlightPanel } from './spotlight-panel.tsx'
import { UndoButton } from './undo-button.tsx'
import { useClockActions } from './use-clock-actions.ts'
import { usePress } from './use-press.ts'
import { WayBackStrip } from './way-back-strip.tsx'
import styles from './facilitator-bar.module.css'

/**
 * The one dark bar of those who lead: where we are, the clock, the room, and one bright button that says what happens
 * next. What is rare is behind "More".
 */
export const FacilitatorBar = () => {
  const t = useText()
  const words = useAgendaWords()
  const view = useView()
  const { session, step, me, people } = view
  const [open, setOpen] = useState<'agenda' | 'people' | 'more' | 'hands' | 'message' | 'spotlight'>()
  const [line, setLine] = useState('')
  const { press, isBusy, problem } = usePress()
  useEffect(() => void freshenCookie(session.id), [session.id])
  const next = findNextPress(view, METHOD_VIEWS, (entry) => words(entry).title)
  const expected = step && { expected: { step: step.id, epoch: step.epoch } }
  const close = (): void => setOpen(undefined)
  const may = (type: CommandBody['type']): boolean => me.can[type] === true
  const { hands, needTime } = listSignals(people)
  const lock = (): void => void press({ type: 'lock', locked: !step?.locked })
  const gather = (): void => void press({ type: 'gather' })
  useClockActions(press, next)
  useAction({
    id: 'lock',
    name: t(step?.locked ? 'bar.unlock' : 'bar.lock'),
    run: lock,
    when: step !== undefined && may('lock'),
  })
  useAction({ id: 'gather', name: t('bar.gather-about'), run: gather, when: step !== undefined && may('gather') })
  useAction({ id: 'message', name: t('message.title'), run: () => setOpen('message'), when: may('message') })
  useAction({
    id: 'hands',
    name: t('hands.title'),
    run: () => setOpen('hands'),
    when: hands.length + needTime.length > 0,
  })
  useAction({
    id: 'spotlight',
    name: t('more.spotlight'),
    run: () => setOpen('spotlight'),
    when: step !== undefined && step.policies.add !== 'private' && may('spotlight'),
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
  useAction({ id: 'projector', name: t('more.projector'), run: () => openProjector(session.id) })
  useAction({ id: 'agenda', name: t('agenda.heading'), run: () => setOpen('agenda') })
  useAction({ id: 'more', name: t('bar.more'), run: () => setOpen('more') })
  return (
    <>
      <section className={styles.dock} data-region="" aria-label={t('bar.title')}>
        <WayBackStrip />
        <DoorStrip />
        <ClaimStrip />
        <NotesStrip />
        {problem && <p className={styles.problem}>{problem}</p>}
        <div className={styles.bar} role="toolbar" aria-label={t('bar.tools')}>
          <BarTool
            label={t('bar.back')}
            disabled={!may('back')}
            aria-disabled={isBusy || undefined}
            onClick={() => void press({ type: 'back', ...expected })}
          >
            <ChevronLeft className={styles.mirrored} size={20} aria-hidden="true" />
          </BarTool>
          {step && <PhaseMarks step={step} />}
          <ClockControls press={press} />
          <BarTool isRare label={t('agenda.heading')} onClick={() => setOpen('agenda')}>
            <ListOrdered size={18} aria-hidden="true" />
          </BarTool>
          <BarTool isRare label={t('bar.people')} onClick={() => setOpen('people')}>
            <Users size={18} aria-hidden="true" />
          </BarTool>
          <HandsButton onPress={() => setOpen('hands')} />
          {step && (
            <>
              <BarTool isRare title={t('bar.gather-about')} disabled={!may('gather')} onClick={gather}>
                <Crosshair size={18} aria-hidden="true" />
                <span className={styles.word}>{t('bar.gather')}</span>
              </BarTool>
              <BarTool isRare label={t('bar.lock')} aria-pressed={step.locked} disabled={!may('lock')} onClick={lock}>
                {step.locked ? <Lock size={18} aria-hidden="true" /> : <LockOpen size={18} aria-hidden="true" />}
              </BarTool>
            </>
          )}
          <BarTool label={t('bar.more')} onClick={() => setOpen('more')}>
            <Ellipsis size={20} aria-hidden="true" />
          </BarTool>
          <UndoButton press={press} />
          {next && <GoButton next={next} press={press} isBusy={isBusy} />}
          {session.state === 'ended' && <GoToReport />}
        </div>
      </section>
      {open === 'agenda' && <LaterAgenda onClose={close} />}
      {open === 'people' && <PeoplePanel onClose={close} />}
      {open === 'more' && <MorePanel onClose={close} onGoTo={setOpen} />}
      {open === 'hands' && <HandsPanel onClose={close} />}
      {open === 'spotlight' && <SpotlightPanel onClose={close} />}
      {open === 'message' && <MessagePanel text={line} onChange={setLine} onClose={close} />}
    </>
  )
}
