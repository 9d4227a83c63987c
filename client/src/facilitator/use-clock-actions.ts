import { MINUTE_MS } from '@roundel/shared/kernel'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { useView } from '../sync/room-context.ts'
import type { NextPress } from './next-press.ts'
import { useMayUndo } from './undo-button.tsx'
import type { Press } from './use-press.ts'

/** What whoever runs the clock can do from the keyboard: on, back, the last press taken back, pause, one minute more. */
export const useClockActions = (press: Press, next: NextPress | undefined): void => {
  const t = useText()
  const { step, me } = useView()
  const mayUndo = useMayUndo()
  const isPaused = step?.clock.state === 'paused'
  const pauseOrResume = isPaused ? 'resume' : 'pause'
  useAction({
    id: 'next',
    name: next ? t(next.label, next.values) : '',
    run: () => void (next && press(next.command)),
    when: next !== undefined && me.can[next.command.type] === true,
  })
  useAction({ id: 'undo-step', name: t('bar.undo'), run: () => void press({ type: 'undo' }), when: mayUndo })
  useAction({
    id: 'back',
    name: t('bar.back-step'),
    run: () => void press({ type: 'back', ...(step && { expected: { step: step.id, epoch: step.epoch } }) }),
    when: me.can.back === true,
  })
  useAction({
    id: 'pause',
    name: t(isPaused ? 'bar.resume-clock' : 'bar.pause-clock'),
    run: () => void press({ type: pauseOrResume }),
    when: step !== undefined && me.can[pauseOrResume] === true,
  })
  useAction({
    id: 'add-minute',
    name: t('bar.plus', { minutes: 1 }),
    run: () => void press({ type: 'set-clock', addMs: MINUTE_MS }),
    when: step !== undefined && me.can['set-clock'] === true,
  })
}
