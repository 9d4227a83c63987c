import type { Relation } from '@roundel/shared/board'
import type { MessageKey } from '../../i18n/message-key.ts'

/** What each relation is called. */
export const RELATION_TEXTS: Readonly<Record<Relation, MessageKey>> = {
  similarity: 'random.similarity',
  contrast: 'random.contrast',
  association: 'random.association-relation',
  other: 'random.other',
}
