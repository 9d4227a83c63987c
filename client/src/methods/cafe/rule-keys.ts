import type { MessageKey } from '../../i18n/message-key.ts'

/** The etiquette of a café. */
export const CAFE_RULES: readonly MessageKey[] = [
  'cafe.rule-matters',
  'cafe.rule-share',
  'cafe.rule-heart',
  'cafe.rule-listen',
  'cafe.rule-link',
  'cafe.rule-deeper',
  'cafe.rule-draw',
  'cafe.rule-enjoy',
]
