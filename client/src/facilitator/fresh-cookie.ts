import type { SessionId } from '@roundel/shared/kernel'
import { fetchView } from '../sync/api.ts'

/**
 * Asks for the view, with which a browser that has come to lead is given another cookie, and once more, which says that
 * the new one arrived.
 */
export const freshenCookie = async (session: SessionId): Promise<void> => {
  await fetchView(session)
  await fetchView(session)
}
