import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import styles from './door-strip.module.css'

/** Who waits at the door or asks to come back, right above the bar: one press lets them in. */
export const DoorStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { people, session } = useView()
  const waiting = people.filter(({ state }) => state === 'waiting')
  const returning = session.asking ?? []
  const count = waiting.length + returning.length
  const before = useRef(0)
  useEffect(() => {
    if (count > before.current) announce(t('door.waiting', { count }))
    before.current = count
  }, [count, announce, t])
  const [first] = waiting
  const [back] = returning
  const seat = first?.id ?? back?.seat
  if (!seat) return null
  return (
    <section className={styles.door} aria-label={t('door.waiting', { count })}>
      {first && <Avatar person={first} size="small" />}
      <p className={styles.who}>
        {first ? t('door.asks', { name: first.name }) : t('door.asks-back', { name: back?.name ?? '' })}
        {count > 1 && <span className={styles.more}> {t('door.more', { count: count - 1 })}</span>}
      </p>
      <Button look="primary" onClick={() => void give({ type: first ? 'admit' : 'restore', seat })}>
        {t('door.let-in')}
      </Button>
      <Button look="quiet" onClick={() => void give({ type: 'refuse', seat })}>
        {t('door.no')}
      </Button>
    </section>
  )
}
