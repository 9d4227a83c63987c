import { CircleQuestionMark } from 'lucide-react'
import { useNumber, useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { isHere, isSeated } from '../people/present.ts'
import { useView } from '../sync/room-context.ts'
import { AvatarRow } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { PersonalControls } from '../ui/personal-controls.tsx'
import { Roundel } from '../ui/roundel.tsx'
import { ClockFace } from './clock-face.tsx'
import { SavedIndicator } from './saved-indicator.tsx'
import type { SessionPanel } from './session-panels.tsx'
import { StepMarks } from './step-marks.tsx'
import styles from './top-bar.module.css'

/** Where we are, whether everything is saved, who is here, and one's own wishes. The same on every screen of a session. */
export const TopBar = ({
  where,
  shortWhere,
  showsClock,
  leads,
  onOpen,
}: {
  /** The step and phase in words. */
  readonly where: string
  /** The same for a narrow screen. */
  readonly shortWhere: string
  readonly showsClock: boolean
  readonly leads: boolean
  readonly onOpen: (panel: SessionPanel) => void
}) => {
  const t = useText()
  const number = useNumber()
  const { session, people } = useView()
  const seated = people.filter(isSeated).length
  useAction({ id: 'people', name: t('people.title', { count: seated }), run: () => onOpen('people') })
  useAction({ id: 'steps', name: t('steps.title'), run: () => onOpen('steps') })
  useAction({ id: 'help', name: t('help.title'), run: () => onOpen('help') })
  const here = people.filter(isHere)
  const at = session.agenda.findIndex(({ state }) => state === 'live')
  return (
    <header className={joinClasses(styles.top, leads && styles.leading)}>
      <div className={styles.brand}>
        <a className={styles.mark} href="/" aria-label={t('top.home')}>
          <Roundel />
        </a>
        <span className={styles.line} aria-hidden="true" />
        <span className={styles.title} dir="auto" translate="yes">
          {session.title}
        </span>
      </div>
      <button type="button" className={styles.where} onClick={() => onOpen('steps')}>
        <StepMarks agenda={session.agenda} />
        {at >= 0 && (
          <span className={styles.of}>
            {number(at + 1)}/{number(session.agenda.length)}
          </span>
        )}
        <span className={styles.long}>{where}</span>
        <span className={styles.short}>{shortWhere}</span>
      </button>
      <div className={styles.end}>
        <SavedIndicator />
        {showsClock && (
          <span className={styles.clock}>
            <ClockFace ring={22} />
          </span>
        )}
        <button type="button" className={styles.people} onClick={() => onOpen('people')}>
          <AvatarRow people={here} more={here.length > 3 && number(here.length - 3)} />
          <span className={styles.hidden}>{t('people.open', { count: here.length })}</span>
        </button>
        <span className={styles.help}>
          <IconButton label={t('help.title')} onClick={() => onOpen('help')}>
            <CircleQuestionMark size={19} strokeWidth={1.8} aria-hidden="true" />
          </IconButton>
        </span>
        <span className={styles.personal}>
          <PersonalControls />
        </span>
      </div>
    </header>
  )
}
