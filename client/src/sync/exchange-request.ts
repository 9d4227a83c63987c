import { encode, writeVarUint8Array } from 'lib0/encoding'
import * as v from 'valibot'

const OCTETS = 'application/octet-stream'

/** Longer than for other calls: on a slow train a large document takes its time. */
const TIMEOUT_MS = 30_000
/** What a browser still delivers for a page that is being closed; it allows 64 KiB in all, and there are two documents. */
const KEPT_ALIVE_BYTES = 30_000

/** The body of a refusal, as far as it matters here. */
const Refusal = v.object({
  error: v.object({ code: v.string(), details: v.optional(v.object({ close: v.optional(v.number()) })) }),
})

/** A refusal: with which code a socket would have been closed, and how long to stay away. */
export interface ExchangeRefusal {
  readonly close: number | undefined
  /** The server is there, and has been asked too often. */
  readonly isTooFast: boolean
  readonly waitMs: number
}

/** What became of an exchange: an update; a refusal; or nothing that tells anything. */
export type ExchangeReply = { readonly update: Uint8Array } | ExchangeRefusal | undefined

const bodyOf = (vector: Uint8Array, update: Uint8Array): Uint8Array<ArrayBuffer> =>
  encode((encoder) => {
    writeVarUint8Array(encoder, vector)
    writeVarUint8Array(encoder, update)
  }) as Uint8Array<ArrayBuffer>

const readReply = async (response: Response): Promise<ExchangeReply> => {
  const isBinary = response.headers.get('content-type')?.startsWith(OCTETS)
  if (response.ok) return isBinary ? { update: new Uint8Array(await response.arrayBuffer()) } : undefined
  // A gateway that cannot reach the server, or a page that asks for a log-in: nobody of ours has said anything.
  const refusal = v.safeParse(Refusal, await response.json())
  if (!refusal.success) return undefined
  const waitMs = 1000 * (Number(response.headers.get('retry-after')) || 0)
  return { close: refusal.output.error.details?.close, isTooFast: response.status === 429, waitMs }
}

/** Makes one exchange with a document: what is here, and what the server may lack. Never throws. */
export const requestExchange = async (
  url: string,
  vector: Uint8Array,
  update: Uint8Array,
  signal: AbortSignal,
): Promise<ExchangeReply> => {
  const body = bodyOf(vector, update)
  const aborter = new AbortController()
  const abort = (): void => aborter.abort()
  signal.addEventListener('abort', abort)
  const timer = setTimeout(abort, TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': OCTETS },
      body,
      keepalive: body.length <= KEPT_ALIVE_BYTES,
      signal: aborter.signal,
    })
    return await readReply(response)
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}
