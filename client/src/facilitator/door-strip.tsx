import type { SessionPart } from '@roundel/shared/session'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import styles from './door-strip.module.css'

const NOBODY: NonNullable<SessionPart['asking']> = []

/** Who waits at the door or asks to come back, right above the bar: one press lets them in. Who is in line comes by itself. */
export const DoorStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { people, session } = useView()
  const waiting = people.filter(({ state, line }) => state === 'waiting' && line === undefined)
  const { asking = NOBODY } = session
  const waitedBefore = useRef(0)
  useEffect(() => {
    if (waiting.length > waitedBefore.current) announce(t('door.waiting', { count: waiting.length }))
    waitedBefore.current = waiting.length
  }, [waiting.length, announce, t])
  const askedBefore = useRef(0)
  useEffect(() => {
    const last = asking.at(-1)
    if (last && asking.length > askedBefore.current) announce(t('door.asks-back', { name: last.name }))
    askedBefore.current = asking.length
  }, [asking, announce, t])
  const [first] = waiting
  const [back] = asking
  const seat = first?.id ?? back?.seat
  if (!seat) return null
  const more = waiting.length + asking.length - 1
  return (
    <section
      className={styles.door}
      aria-label={first ? t('door.waiting', { count: waiting.length }) : t('people.asking', { count: asking.length })}
    >
      {first && <Avatar person={first} size="small" />}
      <p className={styles.who}>
        {first ? t('door.asks', { name: first.name }) : t('door.asks-back', { name: back?.name ?? '' })}
        {more > 0 && <span className={styles.more}> {t('door.more', { count: more })}</span>}
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
