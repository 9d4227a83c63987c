import type { Person } from '../../testing/program.ts'
import type { RunningServer } from '../../testing/running-server.ts'

/** What is asked at a door. */
export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly bytes?: Uint8Array
}

/** Asks at a door with somebody's credential, or with none. */
export const askAt = async (
  { app }: RunningServer,
  { token }: Pick<Person, 'token'>,
  { method = 'GET', path, body, bytes }: Asking,
): Promise<{ readonly status: number; readonly text: string; readonly code: string | undefined }> => {
  const reply = await app.inject({
    method,
    url: path,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(bytes && { 'content-type': 'application/octet-stream' }),
    },
    ...(bytes && { payload: Buffer.from(bytes) }),
    ...(body !== undefined && { payload: body as object }),
  })
  const { statusCode: status, body: text } = reply
  const code = status < 300 ? undefined : reply.json<{ error?: { code?: string } }>().error?.code
  return { status, text, code }
}
