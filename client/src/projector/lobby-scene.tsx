import { useText } from '../i18n/text.ts'
import { SeatsRing } from '../session/seats-ring.tsx'
import { useView } from '../sync/room-context.ts'
import { Entrance } from './entrance.tsx'
import { ProjectorFrame } from './projector-frame.tsx'
import styles from './lobby-scene.module.css'

/** Before the start: what it is about, how to get in, and who is here already. */
export const LobbyScene = () => {
  const t = useText()
  const { session, people } = useView()
  const here = people.filter((person) => person.here && person.role !== 'screen')
  const host = people.find(({ role }) => role === 'facilitator')?.name
  return (
    <ProjectorFrame
      hasEntrance={false}
      room={
        <div className={styles.lobby}>
          <div className={styles.start}>
            <h1 id="question" className={styles.title} dir="auto" translate="yes">
              {session.title}
            </h1>
            {host && <p className={styles.soon}>{t('lobby.soon', { name: host })}</p>}
            <Entrance isLarge />
          </div>
          <div className={styles.ring}>
            <SeatsRing people={here} note={t(session.rehearsal ? 'lobby.rehearsal' : 'lobby.late')} />
          </div>
        </div>
      }
    />
  )
}
