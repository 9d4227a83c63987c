import { Pause } from 'lucide-react'
import { useNumber, useText } from '../i18n/text.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { joinClasses } from '../ui/classes.ts'
import { Ring } from '../ui/ring.tsx'
import { partLeft, readClock } from './clock.ts'
import styles from './clock-face.module.css'

/** The time of a phase: minutes and seconds, read from left to right in every language. Silent: moments are announced. */
export const ClockFace = ({ ring = 26 }: { readonly ring?: number }) => {
  const t = useText()
  const number = useNumber()
  const { step } = useView()
  const now = useNow(step?.clock.state === 'running')
  if (!step) return null
  const reading = readClock(step.clock, now)
  if (reading.state === 'off') return null
  const planned = step.phases.find(({ key }) => key === step.phase)?.minutes ?? 0
  const twoDigits = (value: number): string => number(value, { minimumIntegerDigits: 2, useGrouping: false })
  const digits = `${twoDigits(Math.floor(reading.seconds / 60))}:${twoDigits(reading.seconds % 60)}`
  return (
    <span
      className={joinClasses(styles.clock, reading.state === 'over' && styles.over)}
      role="timer"
      aria-live="off"
      aria-label={t(
        reading.state === 'over' ? 'clock.over' : reading.state === 'paused' ? 'clock.paused' : 'clock.left',
      )}
    >
      {reading.state === 'paused' ? (
        <Pause size={ring - 6} fill="currentColor" strokeWidth={0} aria-hidden="true" />
      ) : (
        <Ring part={partLeft(reading, planned)} size={ring} />
      )}
      <bdi className={styles.digits} dir="ltr">
        {reading.state === 'over' ? `+${digits}` : digits}
      </bdi>
    </span>
  )
}
