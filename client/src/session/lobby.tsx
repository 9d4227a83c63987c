import type { SessionPart } from '@roundel/shared/session'
import type { LucideIcon } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { isHere } from '../people/present.ts'
import { useCaughtUp } from '../state/caught-up.ts'
import { useView } from '../sync/room-context.ts'
import { useFocusWhenLost } from '../ui/focus.ts'
import { AgendaList } from './agenda-list.tsx'
import { SeatsRing } from './seats-ring.tsx'
import styles from './lobby.module.css'

/** Only those who lead show how to get in; the drawing of a QR code is not small. */
const JoinBoard = laterPart(async () => (await import('./join-board.tsx')).JoinBoard)

/** Only those who lead bring anything in. */
const BringIn = laterPart(async () => (await import('./bring-in.tsx')).BringIn)

/** Only where people may write before the start. */
const EarlyWriting = laterPart(async () => (await import('../arrival/early-writing.tsx')).EarlyWriting)

/** Before the start: how to get in for those who lead, what is to come for everyone, and who is here already. */
export const Lobby = ({
  describe,
  leads,
}: {
  readonly describe: (step: SessionPart['agenda'][number]) => { readonly title: string; readonly icon: LucideIcon }
  readonly leads: boolean
}) => {
  const t = useText()
  const { session, me, people } = useView()
  const heading = useFocusWhenLost('')
  const here = people.filter(isHere)
  const host = people.find(({ role }) => role === 'facilitator')?.name ?? ''
  const { note } = useCaughtUp()
  // Whoever is here need not be told later where everyone is.
  useEffect(() => note(session.id), [note, session.id])
  return (
    <div className={styles.lobby}>
      <div className={styles.start}>
        {leads ? (
          <>
            <h1 id="question" ref={heading} tabIndex={-1} className={styles.quiet} dir="auto">
              {session.title}
            </h1>
            <Suspense fallback={<div className={styles.awaited} />}>
              <JoinBoard />
            </Suspense>
          </>
        ) : (
          <div>
            <h1 id="question" ref={heading} tabIndex={-1} className={styles.title}>
              {t('lobby.in', { name: me.name })}
            </h1>
            <p className={styles.next}>{t('lobby.soon', { name: host })}</p>
          </div>
        )}
        {session.early && !leads && me.role === 'participant' && (
          <Suspense fallback={null}>
            <EarlyWriting early={session.early} />
          </Suspense>
        )}
        <AgendaList agenda={session.agenda} describe={describe} />
        {leads && (
          <Suspense fallback={null}>
            <BringIn />
          </Suspense>
        )}
      </div>
      <SeatsRing people={here} note={t(session.rehearsal ? 'lobby.rehearsal' : 'lobby.late')} />
    </div>
  )
}
