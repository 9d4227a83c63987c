import type { MessageKey } from '../../i18n/message-key.ts'

/** After de Bono: who looks for a convenient card finds no other way of thinking. */
export const RANDOM_RULES: readonly MessageKey[] = ['rule.first-draw', 'rule.unfiltered', 'rule.far-fetched']
