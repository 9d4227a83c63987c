import type { View } from '@roundel/shared/session'
import { useKnownSessions } from '../state/known-sessions.ts'

/** Notes on this device that it holds a seat in a session, and how the session stands. */
export const rememberView = ({ session, me }: View, code?: string): void => {
  const known = code ?? session.code
  useKnownSessions.getState().remember({
    id: session.id,
    seat: me.seat,
    title: session.title,
    role: me.role,
    name: me.name,
    state: session.state,
    ...(known && { code: known }),
    seenAt: Date.now(),
  })
}
