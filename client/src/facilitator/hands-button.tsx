import { Hand } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { BarTool } from './bar-tool.tsx'
import { listSignals } from './hands.ts'
import styles from './facilitator-bar.module.css'

/** How many hands are raised and how many need time: there only while somebody does. Each new hand is read out by name. */
export const HandsButton = ({ onPress }: { readonly onPress: () => void }) => {
  const t = useText()
  const number = useNumber()
  const announce = useAnnounce()
  const { people } = useView()
  const { hands, needTime } = listSignals(people)
  const known = useRef(new Set(hands.map(({ id }) => id)))
  useEffect(() => {
    for (const { id, name } of hands) if (!known.current.has(id)) announce(t('hands.raised', { name }))
    known.current = new Set(hands.map(({ id }) => id))
  })
  const count = new Set([...hands, ...needTime].map(({ id }) => id)).size
  if (count === 0) return null
  return (
    <BarTool
      className={styles.hands}
      label={t('hands.button', { hands: hands.length, time: needTime.length })}
      onClick={onPress}
    >
      <Hand size={18} aria-hidden="true" />
      <span>{number(count)}</span>
    </BarTool>
  )
}
