import type { ActionState, Feeling, Outcome } from '@roundel/shared/methods/decide'
import type { MessageKey } from '../../i18n/message-key.ts'

export const FEELING_WORDS = {
  'strong-yes': 'decide.feeling-strong-yes',
  yes: 'decide.feeling-yes',
  unsure: 'decide.feeling-unsure',
  no: 'decide.feeling-no',
} as const satisfies Readonly<Record<Feeling, MessageKey>>

export const OUTCOME_WORDS = {
  better: 'decide.outcome-better',
  same: 'decide.outcome-same',
  worse: 'decide.outcome-worse',
  'not-tried': 'decide.outcome-not-tried',
} as const satisfies Readonly<Record<Outcome, MessageKey>>

export const STATE_WORDS = {
  open: 'decide.state-open',
  done: 'decide.state-done',
  carried: 'decide.state-carried',
  dropped: 'decide.state-dropped',
} as const satisfies Readonly<Record<ActionState, MessageKey>>
