import { LIMITS } from '@roundel/shared/kernel'
import type { MessageKey } from '../i18n/message-key.ts'
import type { Text } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { Problem } from '../sync/problem.ts'
import type { Recognised } from './saved-session.ts'

const FAULTS: Readonly<Record<string, MessageKey>> = {
  encoding: 'import.fault.encoding',
  broken: 'import.fault.broken',
  packed: 'import.fault.packed',
  columns: 'import.fault.columns',
  rows: 'import.fault.rows',
  empty: 'import.fault.empty',
  slow: 'import.fault.slow',
  format: 'saved.fault.broken',
  version: 'saved.fault.newer',
}

/** What to say of a table, or of a session's file, that is not taken. */
export const explainImport = ({ code, details }: Problem, t: Text): string => {
  const fault = FAULTS[String(details?.['reason'])]
  if (fault) return t(fault, { most: Number(details?.['most'] ?? 0) })
  if (code === 'too-large') return t('import.fault.size')
  if (code === 'too-many' && details?.['most'] === LIMITS.agendaSteps)
    return t('saved.fault.steps', { most: LIMITS.agendaSteps })
  return code === 'too-many' && details?.['most'] !== undefined ? t('import.fault.full') : t(PROBLEM_TEXTS[code])
}

/** What to say of a file that is recognised as none that can be read. */
export const RECOGNISED_FAULTS = {
  broken: 'saved.fault.broken',
  other: 'saved.fault.other',
  newer: 'saved.fault.newer',
  unread: 'import.fault.unread',
} as const satisfies Readonly<Record<Exclude<Recognised['what'], 'session' | 'table'>, MessageKey>>
