import type { ReactNode } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { ClockFace } from '../session/clock-face.tsx'
import { PageTitle } from '../session/page-title.tsx'
import { StepMarks } from '../session/step-marks.tsx'
import { useView } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import { Roundel } from '../ui/roundel.tsx'
import { Entrance } from './entrance.tsx'
import { LostSign } from './lost-sign.tsx'
import { MessageLine } from './message-line.tsx'
import styles from './projector-frame.module.css'

/** Where the session is, in words; undefined before it begins and after its end. */
const useWhere = (): { readonly where: string; readonly moment: string } | undefined => {
  const t = useText()
  const words = useAgendaWords()
  const { step } = useView()
  if (!step) return undefined
  const { title } = words(step)
  const phase = METHOD_VIEWS[step.kind].phases[step.phase]
  const moment = phase ? t(phase.label) : title
  return { where: moment === title ? title : t('top.where', { step: title, phase: moment }), moment }
}

/**
 * What every picture on the wall shares: where we are and the time, the question, the room, and the way in for whoever
 * comes late. On a wide window all of it is seen at once; on a phone it is a page.
 */
export const ProjectorFrame = ({
  question,
  room,
  hasEntrance = true,
  hasClock = true,
}: {
  readonly question?: ReactNode
  /** Without one the question is the whole picture. */
  readonly room: ReactNode
  /** Whether the way in stands in the corner; not where it is the whole picture. */
  readonly hasEntrance?: boolean
  /** Whether the time stands above; not where it is the whole picture. */
  readonly hasClock?: boolean
}) => {
  const t = useText()
  const number = useNumber()
  const { session } = useView()
  const at = useWhere()
  const index = session.agenda.findIndex(({ state }) => state === 'live')
  return (
    <div className={styles.projector} data-wall="">
      <PageTitle moment={at?.moment} />
      <header className={styles.head}>
        <span className={styles.brand}>
          <Roundel size={32} />
          <bdi className={styles.title} translate="yes">
            {session.title}
          </bdi>
        </span>
        {at && (
          <p className={styles.where}>
            <StepMarks agenda={session.agenda} />
            {index >= 0 && (
              <span className={styles.of}>
                {number(index + 1)}/{number(session.agenda.length)}
              </span>
            )}
            <span>{at.where}</span>
          </p>
        )}
        {hasClock && (
          <span className={styles.clock}>
            <ClockFace />
          </span>
        )}
      </header>
      <main className={joinClasses(styles.stage, !room && styles.alone, hasEntrance && styles.cornered)}>
        {question && (
          <section className={styles.question} aria-label={t('stage.question')}>
            {question}
          </section>
        )}
        {room && (
          <section className={styles.room} aria-label={t('stage.room')}>
            {room}
          </section>
        )}
      </main>
      {hasEntrance && <Entrance />}
      <MessageLine />
      <LostSign />
    </div>
  )
}
