import type { MessageKey } from '../i18n/message-key.ts'
import type { Problem } from './problem.ts'

/** What to say about a problem, in one sentence. Every problem has one. */
export const PROBLEM_TEXTS = {
  'bad-input': 'problem.bad-input',
  'not-seated': 'problem.not-seated',
  'not-allowed': 'problem.not-allowed',
  'not-revealed': 'problem.not-revealed',
  removed: 'problem.removed',
  unknown: 'problem.unknown',
  'wrong-phase': 'problem.wrong-phase',
  'stale-phase': 'problem.stale-phase',
  closed: 'problem.closed',
  duplicate: 'problem.duplicate',
  ended: 'problem.ended',
  'too-large': 'problem.too-large',
  locked: 'problem.locked',
  frozen: 'problem.frozen',
  'too-many': 'problem.too-many',
  full: 'problem.full',
  overloaded: 'problem.overloaded',
  offline: 'problem.offline',
  fault: 'problem.fault',
} as const satisfies Readonly<Record<Problem['code'], MessageKey>>
