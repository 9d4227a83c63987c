import { MINUTE_MS } from '@roundel/shared/kernel'
import { Pause, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { ClockFace } from '../session/clock-face.tsx'
import { useView } from '../sync/room-context.ts'
import { BarTool } from './bar-tool.tsx'
import styles from './clock-controls.module.css'
import { ClockPopover } from './clock-popover.tsx'
import type { Press } from './use-press.ts'

/** The clock of those who run it: its digits are a button to type a time, beside it pause and one minute more. */
export const ClockControls = ({ press }: { readonly press: Press }) => {
  const t = useText()
  const { step, me } = useView()
  const [isOpen, setIsOpen] = useState(false)
  const digits = useRef<HTMLButtonElement>(null)
  if (!step) return null
  const isPaused = step.clock.state === 'paused'
  const close = (): void => {
    setIsOpen(false)
    digits.current?.focus()
  }
  return (
    <div
      className={styles.clock}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setIsOpen(false)
      }}
    >
      <span className={styles.line} aria-hidden="true" />
      <span className={styles.face}>
        {step.clock.state === 'off' ? <span aria-hidden="true">{t('bar.clock-off')}</span> : <ClockFace />}
        <button
          ref={digits}
          type="button"
          className={styles.digits}
          aria-label={t('bar.clock-set')}
          title={t('bar.clock-set')}
          aria-expanded={isOpen}
          disabled={!me.can['set-clock']}
          onClick={() => setIsOpen(!isOpen)}
        />
      </span>
      <BarTool
        isRare
        label={t(isPaused ? 'bar.resume' : 'bar.pause')}
        disabled={!me.can[isPaused ? 'resume' : 'pause']}
        onClick={() => void press({ type: isPaused ? 'resume' : 'pause' })}
      >
        {isPaused ? (
          <Play size={18} fill="currentColor" strokeWidth={0} aria-hidden="true" />
        ) : (
          <Pause size={18} fill="currentColor" strokeWidth={0} aria-hidden="true" />
        )}
      </BarTool>
      <BarTool
        isRare
        disabled={!me.can['set-clock']}
        onClick={() => void press({ type: 'set-clock', addMs: MINUTE_MS })}
      >
        {t('bar.plus', { minutes: 1 })}
      </BarTool>
      <span className={styles.line} aria-hidden="true" />
      {isOpen && <ClockPopover press={press} onClose={close} />}
    </div>
  )
}
