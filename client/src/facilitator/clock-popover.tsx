import { MINUTE_MS } from '@roundel/shared/kernel'
import { type FormEvent, useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { readClock } from '../session/clock.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './clock-controls.module.css'
import { readDuration } from './read-duration.ts'
import type { Press } from './use-press.ts'

const STEPS = [1, 3, 5] as const

/** Sets the clock: a time that is typed, a few minutes more, or a pause. Escape leaves it as it is. */
export const ClockPopover = ({ press, onClose }: { readonly press: Press; readonly onClose: () => void }) => {
  const t = useText()
  const number = useNumber()
  const { step, me } = useView()
  const now = useNow(false)
  const [typed, setTyped] = useState(() => {
    const reading = step ? readClock(step.clock, now) : undefined
    if (!reading || reading.state === 'off' || reading.state === 'over') return ''
    const minutes = number(Math.floor(reading.seconds / 60), { useGrouping: false })
    return `${minutes}:${number(reading.seconds % 60, { minimumIntegerDigits: 2 })}`
  })
  const [isWrong, setIsWrong] = useState(false)
  if (!step) return null
  const isPaused = step.clock.state === 'paused'
  const give = async (command: Parameters<Press>[0]): Promise<void> => {
    if (await press(command)) onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const leftMs = readDuration(typed)
    setIsWrong(leftMs === undefined)
    if (leftMs !== undefined) void give({ type: 'set-clock', leftMs })
  }
  return (
    <dialog
      open
      className={styles.popover}
      aria-label={t('bar.clock-set')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('clock-set.label')}
          hint={t('clock-set.hint')}
          error={isWrong && t('clock-set.wrong')}
          className={styles.typed}
          dir="ltr"
          inputMode="text"
          autoComplete="off"
          // Whoever pressed the digits is about to type.
          autoFocus
          value={typed}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            setTyped(target.value)
            setIsWrong(false)
          }}
        />
        <Button type="submit" look="primary">
          {t('clock-set.set')}
        </Button>
      </form>
      <div className={styles.quick}>
        {STEPS.map((minutes) => (
          <Button key={minutes} onClick={() => void give({ type: 'set-clock', addMs: minutes * MINUTE_MS })}>
            {t('bar.plus', { minutes })}
          </Button>
        ))}
        <Button
          disabled={!me.can[isPaused ? 'resume' : 'pause']}
          onClick={() => void give({ type: isPaused ? 'resume' : 'pause' })}
        >
          {t(isPaused ? 'bar.resume' : 'bar.pause')}
        </Button>
      </div>
    </dialog>
  )
}
