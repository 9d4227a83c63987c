import type { SessionPart } from '@roundel/shared/session'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import styles from './door-strip.module.css'

const NOBODY: NonNullable<SessionPart['asking']> = []

/** Who was removed and asks to come back, while nobody waits at the door. */
const AskingStrip = ({ asking }: { readonly asking: NonNullable<SessionPart['asking']> }) => {
  const t = useText()
  const { give } = useRoom()
  const [first] = asking
  if (!first) return null
  return (
    <section className={styles.door} aria-label={t('people.asking', { count: asking.length })}>
      <p className={styles.who}>{t('people.asks-back', { name: first.name })}</p>
      <Button look="primary" onClick={() => void give({ type: 'restore', seat: first.seat })}>
        {t('people.let-back')}
      </Button>
      <Button look="quiet" onClick={() => void give({ type: 'refuse', seat: first.seat })}>
        {t('door.no')}
      </Button>
    </section>
  )
}

/** Who waits at the door, right above the bar: one press lets them in. */
export const DoorStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { people, session } = useView()
  const waiting = people.filter(({ state, line }) => state === 'waiting' && line === undefined)
  const before = useRef(0)
  useEffect(() => {
    if (waiting.length > before.current) announce(t('door.waiting', { count: waiting.length }))
    before.current = waiting.length
  }, [waiting.length, announce, t])
  const { asking = NOBODY } = session
  const askedBefore = useRef(0)
  useEffect(() => {
    const [one] = asking
    if (one && asking.length > askedBefore.current) announce(t('people.asks-back', { name: one.name }))
    askedBefore.current = asking.length
  }, [asking, announce, t])
  const [first] = waiting
  if (!first) return <AskingStrip asking={asking} />
  return (
    <section className={styles.door} aria-label={t('door.waiting', { count: waiting.length })}>
      <Avatar person={first} size="small" />
      <p className={styles.who}>
        {t('door.asks', { name: first.name })}
        {waiting.length > 1 && <span className={styles.more}> {t('door.more', { count: waiting.length - 1 })}</span>}
      </p>
      <Button look="primary" onClick={() => void give({ type: 'admit', seat: first.id })}>
        {t('door.let-in')}
      </Button>
      <Button look="quiet" onClick={() => void give({ type: 'refuse', seat: first.id })}>
        {t('door.no')}
      </Button>
    </section>
  )
}
