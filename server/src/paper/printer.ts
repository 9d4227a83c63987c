import { LIMITS, type Refusal, type Result, fail, ok, refusal } from '@roundel/shared/kernel'

/** Prints a page that needs nothing else, and resolves with it as PDF. Rejects where that cannot be done. */
export type PrintPage = (page: string) => Promise<Uint8Array>

/**
 * Prints pages one after the other: a browser takes memory, and whoever prints can wait. Refuses with `overloaded` where
 * `LIMITS.paperWaiting` wait already, and where the page could not be printed, which `onFailure` is told.
 */
export type Printer = (page: () => Promise<string>) => Promise<Result<Uint8Array, Refusal>>

export const openPrinter = (printPage: PrintPage, onFailure: (error: unknown) => void): Printer => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const print = async (page: () => Promise<string>): Promise<Result<Uint8Array, Refusal>> => {
    waiting--
    try {
      return ok(await printPage(await page()))
    } catch (error) {
      onFailure(error)
      return fail(refusal('overloaded', { reason: 'not-printed' }))
    }
  }
  return (page) => {
    if (waiting >= LIMITS.paperWaiting) {
      return Promise.resolve(fail(refusal('overloaded', { retryAfter: Math.ceil(LIMITS.paperMs / 1_000) })))
    }
    waiting++
    const printed = last.then(() => print(page))
    last = printed
    return printed
  }
}
