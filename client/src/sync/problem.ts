import type { Refusal, RefusalCode, Result } from '@roundel/shared/kernel'
import { REFUSALS } from '@roundel/shared/kernel'

/**
 * Why a request gave nothing: a refusal of the server; `offline`, it could not be reached; `fault`, it broke or answered
 * something we do not understand.
 */
export type Problem = Refusal | { readonly code: 'offline' | 'fault'; readonly details?: Refusal['details'] }

export type Reply<Value> = Result<Value, Problem>

const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === 'string' && Object.hasOwn(REFUSALS, code)

/** The problem that an answer with an error status tells of. Never throws, whatever the body holds. */
export const problemOf = (body: unknown): Problem => {
  const error = (body as { error?: { code?: unknown; details?: unknown } } | null | undefined)?.error
  if (!isRefusalCode(error?.code)) return { code: 'fault' }
  const { details } = error
  return typeof details === 'object' && details !== null
    ? { code: error.code, details: details as NonNullable<Refusal['details']> }
    : { code: error.code }
}
