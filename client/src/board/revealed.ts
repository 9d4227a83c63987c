import type { StepId } from '@roundel/shared/kernel'
import type { View } from '@roundel/shared/session'

/**
 * Whether the private ideas of a step have been opened, so that what is left of them is late: a step that is over, or
 * one whose reveal lies behind the present phase.
 */
export const isStepOpen = ({ session, step: present }: Pick<View, 'session' | 'step'>, step: StepId): boolean => {
  if (session.state === 'ended') return true
  if (present?.id !== step) return session.agenda.some(({ id, state }) => id === step && state !== 'planned')
  const at = present.phases.findIndex(({ key }) => key === present.phase)
  const isOpening = ({ begins }: (typeof present.phases)[number]) => begins === 'reveal' || begins === 'harvest'
  return present.policies.add !== 'private' && !present.phases.slice(at + 1).some(isOpening)
}
