import type { SessionId } from '@roundel/shared/kernel'
import { pathOf } from '../app/route.ts'

/** The second window of a session, for a link: pressed twice, it is the same window. */
export const projectorWindow = (session: SessionId): { readonly href: string; readonly target: string } => ({
  href: pathOf({ page: 'screen', session }),
  target: `roundel-projector-${session}`,
})

/** Opens the second window, for what is no link. */
export const openProjector = (session: SessionId): void => {
  const { href, target } = projectorWindow(session)
  window.open(href, target)?.focus()
}
