import { useView } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './calls.module.css'
import { GatherStrip } from './gather-strip.tsx'
import { HandStrip } from './signals.tsx'
import { KeepClockStrip } from './keep-clock-strip.tsx'
import { MessageStrip } from './message-strip.tsx'
import { useBuzz } from './use-buzz.ts'
import { useWakeLock } from './use-wake-lock.ts'

export { SpotlightButton } from './spotlight-button.tsx'
export { Stirring } from './stirring.tsx'
export { Signals } from './signals.tsx'
export { SpotlitItem } from './spotlit-item.tsx'

/** What reaches everybody beside the screen itself: calls, lines, the free clock; and a device that stays awake for it. */
export const Calls = () => {
  const armed = useView().step?.armed
  useWakeLock()
  useBuzz()
  return (
    <>
      <div className={joinClasses(styles.called, armed && styles.below)}>
        <GatherStrip />
        <MessageStrip />
      </div>
      <KeepClockStrip />
      <HandStrip />
    </>
  )
}
