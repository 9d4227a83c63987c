import { Eye, type LucideIcon, CircleQuestionMark, Pencil } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { useView } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import { SkipLink } from '../ui/skip-link.tsx'
import { ArmedStrip } from './armed-strip.tsx'
import { FacilitatorAwayStrip } from './facilitator-away-strip.tsx'
import { LaterHelp, LaterStrips, fetchLaterParts } from './later-parts.tsx'
import { KeptStrip } from './kept-strip.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { SavedStrip } from './saved-strip.tsx'
import { TopBar } from './top-bar.tsx'
import styles from './stage-frame.module.css'

type Tab = 'write' | 'room' | 'help'

const TABS: readonly (readonly [Tab, MessageKey, LucideIcon])[] = [
  ['write', 'tab.write', Pencil],
  ['room', 'tab.room', Eye],
  ['help', 'help.title', CircleQuestionMark],
]

/**
 * The frame that every screen of a session shares: top bar, strips, question, one's own side, the room, and for those
 * who lead the bar. On phones of participants side and room are tabs, in the reach of a thumb.
 */
export const StageFrame = ({
  where,
  shortWhere,
  question,
  side,
  sideOnPhone = true,
  room,
  bar,
}: {
  readonly where: string
  readonly shortWhere: string
  readonly question?: ReactNode
  readonly side?: ReactNode
  /** Whether one's own side is a tab on phones; otherwise the room does there what it does elsewhere. */
  readonly sideOnPhone?: boolean
  readonly room: ReactNode
  /** For those who lead. */
  readonly bar?: ReactNode
}) => {
  const t = useText()
  const { session } = useView()
  useEffect(fetchLaterParts, [])
  const [chosen, setTab] = useState<Tab>('write')
  const hasTabs = !bar
  // Where there is nothing to write, the room is all there is.
  const hasWriteTab = Boolean(side) && sideOnPhone
  const tab: Tab = chosen === 'write' && !hasWriteTab ? 'room' : chosen
  return (
    <div className={joinClasses(styles.frame, bar ? styles.leading : styles.taking)} data-tab={hasTabs ? tab : 'all'}>
      <title>{`${session.title} · Roundel`}</title>
      <SkipLink to="question">{t('skip.question')}</SkipLink>
      <TopBar where={where} shortWhere={shortWhere} showsClock={!bar} leads={Boolean(bar)} />
      <section aria-label={t('stage.news')}>
        <SavedStrip />
        <KeptStrip />
        <NoticeStrip />
        <FacilitatorAwayStrip />
        <ArmedStrip />
        <LaterStrips />
      </section>
      <main className={joinClasses(styles.stage, Boolean(side) && styles.sided)}>
        {question && <div className={styles.question}>{question}</div>}
        {side && (
          <aside className={joinClasses(styles.side, !sideOnPhone && styles.wideOnly)} aria-label={t('stage.mine')}>
            {side}
          </aside>
        )}
        <section className={styles.room} aria-label={t('stage.room')}>
          {room}
        </section>
        {hasTabs && (
          <section className={styles.help} aria-label={t('help.title')}>
            <h1 className={styles.helpTitle}>{t('help.title')}</h1>
            {tab === 'help' && <LaterHelp />}
          </section>
        )}
      </main>
      {hasTabs && (
        <nav className={styles.tabs} aria-label={t('stage.tabs')}>
          {TABS.filter(([id]) => id !== 'write' || hasWriteTab).map(([id, label, Icon]) => (
            <button
              key={id}
              type="button"
              className={styles.tab}
              aria-current={tab === id ? 'page' : undefined}
              onClick={() => {
                setTab(id)
                scrollTo(0, 0)
              }}
            >
              <Icon size={20} strokeWidth={tab === id ? 2.2 : 1.8} aria-hidden="true" />
              {t(label)}
            </button>
          ))}
        </nav>
      )}
      {bar}
    </div>
  )
}
