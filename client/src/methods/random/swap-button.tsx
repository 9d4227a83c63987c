import type { RandomView } from '@roundel/shared/methods/random'
import { RefreshCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { useRandom } from './random-context.ts'
import styles from './card-actions.module.css'

/** Puts one's card away for another one. Nobody else learns of it. */
export const SwapButton = ({ card, place }: { readonly card: RandomView['cards'][number]; readonly place: number }) => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { nameOf } = useRandom()
  const [isBusy, setIsBusy] = useState(false)
  const swap = async (): Promise<void> => {
    setIsBusy(true)
    const reply = await give({ type: 'swap', place })
    setIsBusy(false)
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  const name = nameOf(card.item)
  return (
    <Button
      look="quiet"
      className={styles.action}
      disabled={isBusy}
      aria-label={t('random.swap-this', { card: name })}
      onClick={() => void swap()}
    >
      <RefreshCw size={16} aria-hidden="true" />
      {t('random.swap')}
    </Button>
  )
}

/** Reads out which card came in the place of one that was put away, and gives the focus back to that place. */
export const useSwapNews = (hand: RandomView['cards'] | undefined): void => {
  const t = useText()
  const announce = useAnnounce()
  const { nameOf } = useRandom()
  const before = useRef(hand)
  useEffect(() => {
    const had = new Set(before.current?.map(({ item }) => item))
    const fresh = before.current?.length === hand?.length ? hand?.filter(({ item }) => !had.has(item)) : undefined
    before.current = hand
    if (fresh?.length === 1 && fresh[0]) announce(t('random.swapped', { card: nameOf(fresh[0].item) }))
  }, [hand, announce, t, nameOf])
}
