import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { AnotherDevice } from '../session/another-device.tsx'
import { ChangeName } from '../session/change-name.tsx'
import { ForgetMe } from './forget-me.tsx'
import { LeaveSession } from './leave-session.tsx'
import styles from './my-seat.module.css'
import { WhereSomebodySits } from './where-somebody-sits.tsx'

/** One's own seat: the name on it, where it stands, another device for it, and the two ways out of it. */
export const MySeat = () => {
  const t = useText()
  const { me } = useView()
  return (
    <div className={styles.seat}>
      {me.can['rename'] && <ChangeName />}
      {me.can['move-seat'] && (
        <section className={styles.part} aria-labelledby="where-i-sit">
          <h2 id="where-i-sit" className={styles.heading}>
            {t('seat.where')}
          </h2>
          <WhereSomebodySits
            key={`${me.department} ${me.place}`}
            seat={me.seat}
            department={me.department}
            place={me.place}
          />
        </section>
      )}
      <AnotherDevice />
      {me.can['leave'] && <LeaveSession />}
      {me.can['forget-me'] && <ForgetMe />}
      {me.role === 'facilitator' && <p className={styles.about}>{t('seat.facilitator-stays')}</p>}
    </div>
  )
}
