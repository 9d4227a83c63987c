import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { hintName, useHostHints } from '../../state/host-hints.ts'
import type { Cloth } from '../../sync/cloth.ts'
import { useAnnounceOnce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import { writesMost } from './writes-most.ts'

/**
 * A kind word to a host in whose hand most of a cloth is, once a round. It is worked out on their own device, from what lies
 * before them: nobody else is told, and no number is shown.
 */
export const HostHint = ({ cloth, hasGuests }: { readonly cloth: Cloth; readonly hasGuests: boolean }) => {
  const t = useText()
  const { id, me, view } = useCafe()
  const { isOff, put, putAway, turn } = useHostHints()
  const round = view.round ?? 1
  const name = hintName(id, round, me.seat)
  const isMost = hasGuests && writesMost([...cloth.items.values()], me.seat, round)
  // It stays until it was read, however others go on writing.
  const [due, setDue] = useState<string>()
  if (isMost && due !== name) setDue(name)
  const isShown = due === name && !isOff && !put.includes(name)
  useAnnounceOnce(isShown ? name : undefined, t('cafe.host-hint'))
  if (isOff) {
    return (
      <Button look="quiet" onClick={() => turn(false)}>
        {t('cafe.host-hint-on')}
      </Button>
    )
  }
  if (!isShown) return null
  return (
    <section className={styles.hint} aria-label={t('cafe.host-hint-for')}>
      <HandHeart size={22} aria-hidden="true" />
      <div className={styles.hintWords}>
        <p>{t('cafe.host-hint')}</p>
        <p className={styles.small}>{t('cafe.host-hint-for')}</p>
        <div className={styles.acts}>
          <Button onClick={() => putAway(name)}>{t('cafe.host-hint-read')}</Button>
          <Button
            look="quiet"
            onClick={() => {
              putAway(name)
              turn(true)
            }}
          >
            {t('cafe.host-hint-off')}
          </Button>
        </div>
      </div>
    </section>
  )
}
