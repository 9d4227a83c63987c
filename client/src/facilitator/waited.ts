import type { Person, StepPart } from '@roundel/shared/session'
import type { MessageKey } from '../i18n/message-key.ts'

/**
 * For whom moving on now would come early: people who asked for more time, else, where people write in private, those who
 * wrote just now. Undefined when there is nobody, and once a release was announced.
 */
export const findWaited = (
  step: StepPart | undefined,
  people: readonly Person[],
): { readonly label: MessageKey; readonly count: number } | undefined => {
  if (!step || step.armed) return undefined
  const needTime = step.counts.needTime ?? 0
  if (needTime > 0) return { label: 'bar.need-time', count: needTime }
  if (step.policies.add !== 'private') return undefined
  const writing = people.filter(({ status, here }) => status === 'writing' && here).length
  return writing > 0 ? { label: 'bar.writing', count: writing } : undefined
}
