import type { MessageKey } from '../../i18n/message-key.ts'

/** Osborn's four rules, and one of ours. */
export const BRAINSTORM_RULES: readonly MessageKey[] = [
  'rule.defer',
  'rule.wild',
  'rule.quantity',
  'rule.build',
  'rule.one',
]
