import { Megaphone, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useView } from '../sync/room-context.ts'
import { BarTool } from './bar-tool.tsx'
import { ClockControls } from './clock-controls.tsx'
import { GoButton } from './go-button.tsx'
import { MessagePanel } from './message-panel.tsx'
import { findNextPress } from './next-press.ts'
import { UndoButton } from './undo-button.tsx'
import { useClockActions } from './use-clock-actions.ts'
import { usePress } from './use-press.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './facilitator-bar.module.css'

/** For whoever keeps the clock while nobody leads: the clock, a line to all, and the next phase. Nothing about people. */
export const KeeperBar = () => {
  const t = useText()
  const words = useAgendaWords()
  const view = useView()
  const { me } = view
  const [isOpen, setIsOpen] = useState(false)
  const [line, setLine] = useState('')
  const { press, isBusy, problem } = usePress()
  const next = findNextPress(view, METHOD_VIEWS, (entry) => words(entry).title)
  useClockActions(press, next)
  return (
    <>
      <section className={joinClasses(styles.dock, styles.aboveTabs)} data-region="" aria-label={t('keeper.title')}>
        {problem && <p className={styles.problem}>{problem}</p>}
        <div className={styles.bar} role="toolbar" aria-label={t('keeper.title')}>
          <span className={styles.keeps}>{t('keeper.title')}</span>
          <ClockControls press={press} />
          <BarTool label={t('message.title')} disabled={!me.can['message']} onClick={() => setIsOpen(true)}>
            <Megaphone size={18} aria-hidden="true" />
          </BarTool>
          <BarTool
            label={t('keeper.lay-down')}
            disabled={!me.can['take-clock']}
            onClick={() => void press({ type: 'take-clock', taken: false })}
          >
            <X size={18} aria-hidden="true" />
          </BarTool>
          <UndoButton press={press} />
          {next && me.can[next.command.type] && <GoButton next={next} press={press} isBusy={isBusy} />}
        </div>
      </section>
      {isOpen && <MessagePanel text={line} onChange={setLine} onClose={() => setIsOpen(false)} />}
    </>
  )
}
