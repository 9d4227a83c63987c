import { encode, writeVarUint8Array } from 'lib0/encoding'
import { problemOf } from './problem.ts'

const OCTETS = 'application/octet-stream'

/** Longer than for other calls: on a slow train a large document takes its time. */
const TIMEOUT_MS = 30_000
/** What a browser still delivers for a page that is being closed; it allows 64 KiB in all, and there are two documents. */
const KEPT_ALIVE_BYTES = 30_000

/** What became of an exchange: an update; a refusal, with what it asks for; or nothing that tells anything. */
export type ExchangeReply =
  | { readonly update: Uint8Array }
  | { readonly close: number | undefined; readonly waitMs: number }
  | undefined

const bodyOf = (vector: Uint8Array, update: Uint8Array): Uint8Array<ArrayBuffer> =>
  encode((encoder) => {
    writeVarUint8Array(encoder, vector)
    writeVarUint8Array(encoder, update)
  }) as Uint8Array<ArrayBuffer>

const readReply = async (response: Response): Promise<ExchangeReply> => {
  const isBinary = response.headers.get('content-type')?.startsWith(OCTETS)
  if (response.ok) return isBinary ? { update: new Uint8Array(await response.arrayBuffer()) } : undefined
  const problem = problemOf(await response.json())
  // A gateway that cannot reach the server, or a page that asks for a log-in: nobody of ours has said anything.
  if (problem.code === 'fault') return undefined
  const close = problem.details?.['close']
  return {
    close: typeof close === 'number' ? close : undefined,
    waitMs: 1000 * (Number(response.headers.get('retry-after')) || 0),
  }
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
