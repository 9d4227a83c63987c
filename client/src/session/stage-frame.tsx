import { Eye, type LucideIcon, CircleQuestionMark, Pencil } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { HeldSentence } from '../board/held-sentence.tsx'
import { useWriting } from '../board/writing.tsx'
import { LaterCalls, LaterSignals, LaterSpotlitItem } from '../calls/later-calls.tsx'
import { useText } from '../i18n/text.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { useAction } from '../keys/actions.ts'
import { useGathered, useView } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import { SkipLink } from '../ui/skip-link.tsx'
import { ArmedStrip } from './armed-strip.tsx'
import { FacilitatorAwayStrip } from './facilitator-away-strip.tsx'
import {
  LaterCatchUp,
  LaterHelp,
  LaterLeftBehind,
  LaterNamedStrip,
  LaterStrips,
  fetchLaterParts,
} from './later-parts.tsx'
import { KeptStrip } from './kept-strip.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { PageTitle } from './page-title.tsx'
import { SentenceStrip } from './sentence-strip.tsx'
import { SavedStrip } from './saved-strip.tsx'
import type { SessionPanel } from './session-panels.tsx'
import { TopBar } from './top-bar.tsx'
import styles from './stage-frame.module.css'

/** Puts the sentence that is in hand where it can be seen, and the caret into it. */
const keepWriting = (setTab: (tab: Tab) => void): void => {
  flushSync(() => setTab('write'))
  document.querySelector<HTMLElement>('aside textarea')?.focus()
}

type Tab = 'write' | 'room' | 'help'

const TABS: readonly (readonly [Tab, MessageKey, LucideIcon])[] = [
  ['write', 'tab.write', Pencil],
  ['room', 'tab.room', Eye],
  ['help', 'help.title', CircleQuestionMark],
]

/**
 * The frame that every screen of a session shares: top bar, strips, question, one's own side, the room. On phones of
 * participants side and room are tabs, in the reach of a thumb. Another method begins with a new one, so what is open over
 * it and must outlive it stands beside it.
 */
export const StageFrame = ({
  where,
  shortWhere,
  moment,
  question,
  side: given,
  sideOnPhone: givenOnPhone = true,
  sideWord = 'tab.write',
  hasComposer = false,
  room,
  leads,
  onOpen,
}: {
  readonly where: string
  readonly shortWhere: string
  /** What goes on now, in a word, for the title of the page; absent while nothing does. */
  readonly moment?: string | undefined
  readonly question?: ReactNode
  readonly side?: ReactNode
  /** Whether `side` shows the sentence that is being written; otherwise it is shown above it. */
  readonly hasComposer?: boolean
  /** What that tab is called. */
  readonly sideWord?: MessageKey
  /** Whether one's own side is a tab on phones; otherwise the room does there what it does elsewhere. */
  readonly sideOnPhone?: boolean
  readonly room: ReactNode
  /** For those who lead there is a bar below, and all stands side by side on phones too. */
  readonly leads: boolean
  readonly onOpen: (panel: SessionPanel) => void
}) => {
  const t = useText()
  const { step, me } = useView()
  useEffect(fetchLaterParts, [])
  const keepsClock = step?.keeper === me.seat
  const [chosen, setTab] = useState<Tab>('write')
  useGathered(() => setTab((before) => (before === 'help' ? 'write' : before)))
  const hasTabs = !leads
  const { isOvertaken } = useWriting()
  const isHeld = isOvertaken && !hasComposer
  const side = isHeld ? (
    <>
      <HeldSentence />
      {given}
    </>
  ) : (
    given
  )
  const sideOnPhone = givenOnPhone || isHeld
  // Where there is nothing to write, the room is all there is.
  const hasWriteTab = Boolean(side) && sideOnPhone
  const tab: Tab = chosen === 'write' && !hasWriteTab ? 'room' : chosen
  // For whoever wants to write while another tab is shown.
  useAction({ id: 'tab write', run: () => flushSync(() => setTab('write')), when: hasTabs && tab !== 'write' })
  return (
    <div
      className={joinClasses(styles.frame, leads ? styles.leading : styles.taking, keepsClock && styles.keeping)}
      data-tab={hasTabs ? tab : 'all'}
    >
      <PageTitle moment={moment} />
      <SkipLink to="question">{t('skip.question')}</SkipLink>
      <TopBar where={where} shortWhere={shortWhere} showsClock={!leads} leads={leads} onOpen={onOpen} />
      <section data-region="" aria-label={t('stage.news')}>
        <SavedStrip />
        <KeptStrip />
        <NoticeStrip />
        <LaterStrips />
        <FacilitatorAwayStrip />
        {step?.named && <LaterNamedStrip />}
        <LaterCalls />
        <SentenceStrip where={where} onKeep={() => keepWriting(setTab)} />
        <ArmedStrip />
        <LaterCatchUp />
        {!hasComposer && <LaterLeftBehind />}
      </section>
      <main className={joinClasses(styles.stage, Boolean(side) && styles.sided)}>
        {question && (
          <section className={styles.question} data-region="" aria-label={t('stage.question')}>
            {question}
          </section>
        )}
        {step?.spotlight && (
          <div className={styles.spotlit}>
            <LaterSpotlitItem />
          </div>
        )}
        {side && (
          <aside
            className={joinClasses(styles.side, !sideOnPhone && styles.wideOnly)}
            data-region=""
            aria-label={t('stage.mine')}
          >
            {side}
          </aside>
        )}
        <section className={styles.room} data-region="" aria-label={t('stage.room')}>
          {room}
          {hasTabs && step && <LaterSignals />}
        </section>
        {hasTabs && (
          <section className={styles.help} data-region="" aria-label={t('help.title')}>
            <h1 className={styles.helpTitle}>{t('help.title')}</h1>
            {tab === 'help' && <LaterHelp />}
          </section>
        )}
      </main>
      {hasTabs && (
        <nav className={styles.tabs} data-region="" aria-label={t('stage.tabs')}>
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
              {t(id === 'write' ? sideWord : label)}
            </button>
          ))}
        </nav>
      )}
    </div>
  )
}
