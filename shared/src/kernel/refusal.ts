/** Every reason for which a well-meant request can be turned down, with its HTTP status. */
export const REFUSALS = {
  'bad-input': 422,
  'not-seated': 401,
  'not-allowed': 403,
  'not-revealed': 403,
  removed: 403,
  unknown: 404,
  'wrong-phase': 409,
  'stale-phase': 409,
  closed: 409,
  duplicate: 409,
  ended: 410,
  'too-large': 413,
  locked: 423,
  frozen: 423,
  'too-many': 429,
  full: 503,
  overloaded: 503,
} as const

export type RefusalCode = keyof typeof REFUSALS

/** Why a request was turned down. `details` is for programs; it never repeats what somebody wrote. */
export interface Refusal {
  readonly code: RefusalCode
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

export const refusal = (code: RefusalCode, details?: Refusal['details']): Refusal =>
  details ? { code, details } : { code }
