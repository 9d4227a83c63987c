import { useEffect } from 'react'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import styles from './door-strip.module.css'

/** Who says that they were here before, on another device: one press gives them their seat back. */
export const ClaimStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { people } = useView()
  const claimant = people.find(({ claims }) => claims)
  // A seat that was left is not listed, but its name is that of the claimant, without the number.
  const before = people.find(({ id }) => id === claimant?.claims)?.name ?? claimant?.name.replace(/ \(\d+\)$/, '') ?? ''
  const sentence = claimant ? t('claim.asks', { name: claimant.name, before }) : undefined
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [sentence, announce])
  if (!claimant || !sentence) return null
  return (
    <section className={styles.door} aria-label={sentence}>
      <Avatar person={claimant} size="small" />
      <p className={styles.who}>{sentence}</p>
      <Button look="primary" onClick={() => void give({ type: 'grant-claim', seat: claimant.id })}>
        {t('claim.let-in')}
      </Button>
      <Button look="quiet" onClick={() => void give({ type: 'refuse-claim', seat: claimant.id })}>
        {t('claim.keep-apart')}
      </Button>
    </section>
  )
}
