import type { SeatId } from '@roundel/shared/kernel'
import type { Round } from '@roundel/shared/session'
import { useText } from '../../i18n/text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './speaking-round.module.css'

/** Who speaks, who comes after, and for those who lead and the speaker the presses that go on. */
export const SpeakingRound = ({ round }: { readonly round: Round }) => {
  const t = useText()
  const { give } = useRoom()
  const { me, people } = useView()
  const personOf = (id: SeatId) => people.find((person) => person.id === id)
  const [speaking, ...waiting] = round.waiting.flatMap((id) => personOf(id) ?? [])
  if (!speaking) return <p className={styles.done}>{t('talk.done')}</p>
  return (
    <div className={styles.round}>
      <output className={styles.speaking}>
        <Avatar person={speaking} size="large" />
        <span>{speaking.id === me.seat ? t('talk.you') : t('talk.speaks', { name: speaking.name })}</span>
      </output>
      {me.can['next-speaker'] && (
        <p className={styles.presses}>
          <Button look="primary" onClick={() => void give({ type: 'next-speaker', seat: speaking.id })}>
            {t(waiting.length > 0 ? 'talk.next' : 'talk.finish')}
          </Button>
          <Button look="quiet" onClick={() => void give({ type: 'skip-speaker', seat: speaking.id })}>
            {t('talk.later')}
          </Button>
        </p>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className={styles.heading}>
            {t('talk.then')}
          </h2>
          <ol className={styles.waiting}>
            {waiting.map((person) => (
              <li key={person.id} className={styles.person}>
                <Avatar person={person} size="small" />
                <bdi>{person.name}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
