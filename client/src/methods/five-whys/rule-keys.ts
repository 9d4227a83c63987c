import type { MessageKey } from '../../i18n/message-key.ts'

/** What keeps a run from becoming a chain of guesses, or a search for somebody to blame. */
export const WHY_RULES: readonly MessageKey[] = [
  'whys.rule-process',
  'whys.rule-evidence',
  'whys.rule-many',
  'whys.rule-stop',
  'whys.rule-therefore',
]
