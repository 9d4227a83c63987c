import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { METHOD_VIEWS } from '../../methods/index.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { useView } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import type { Entry } from './running-step.ts'

/** What can be done about one step now: corrected, passed over, taken off, made live again, changed to another method. */
export const StepActs = ({
  entry,
  press,
  onMove,
  onEdit,
  onSwitch,
  onRemove,
}: {
  readonly entry: Entry
  readonly press: (command: CommandBody) => void
  /** Gives a command after which everybody is elsewhere. */
  readonly onMove: (command: CommandBody) => void
  readonly onEdit: () => void
  readonly onSwitch: () => void
  readonly onRemove: () => void
}): ReactNode => {
  const t = useText()
  const { session, step, me } = useView()
  const { id, kind, state, plan } = entry
  const { phases } = METHOD_VIEWS[kind]
  const expected = step && { expected: { step: step.id, epoch: step.epoch } }
  const at = session.agenda.findIndex((other) => other.state === 'live')
  const isAhead = session.agenda.indexOf(entry) > at && at >= 0
  return (
    <>
      {me.can['edit-step'] && (
        <Button onClick={onEdit}>
          {t(state === 'planned' || state === 'live' ? 'running.edit' : 'running.notes')}
        </Button>
      )}
      {state === 'live' && me.can['switch-method'] && <Button onClick={onSwitch}>{t('switch.title')}</Button>}
      {me.can['reopen'] &&
        plan?.past.map((phase) => {
          const view = phases[phase]
          return (
            view && (
              <Button key={phase} onClick={() => onMove({ type: 'reopen', step: id, phase, ...expected })}>
                {t('running.reopen', { phase: t(view.label) })}
              </Button>
            )
          )
        })}
      {state === 'live' && me.can['skip'] && (
        <Button onClick={() => onMove({ type: 'skip', ...expected })}>{t('running.skip')}</Button>
      )}
      {state === 'planned' && isAhead && me.can['skip'] && (
        <Button onClick={() => press({ type: 'skip', step: id })}>{t('running.skip')}</Button>
      )}
      {state === 'skipped' && isAhead && me.can['skip'] && (
        <Button onClick={() => press({ type: 'skip', step: id, skipped: false })}>{t('running.unskip')}</Button>
      )}
      {state === 'planned' && !plan?.spent && session.agenda.length > 1 && me.can['remove-step'] && (
        <Button look="danger" onClick={onRemove}>
          {t('agenda.remove')}
        </Button>
      )}
    </>
  )
}
