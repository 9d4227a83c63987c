import type { MessageKey } from '../../i18n/message-key.ts'

/** What everyone works by while things are made worse. */
export const REVERSE_RULES: readonly MessageKey[] = [
  'rule.defer',
  'rule.quantity',
  'rule.one',
  'reverse.rule-worst',
  'reverse.rule-acts',
  'reverse.rule-later',
]
